import { rememberedByText } from './remembered.ts'

/**
 * Text without marks, in small letters, single blanks: `Đặng Văn  HÒA` becomes `dang van hoa`.
 * Both Unicode forms and both tone placements fold to the same text. Must agree with the SQL function `platform.fold`.
 */
export function fold(text: string): string {
  return text
    .replace(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Composed form (NFC), no blanks around, none doubled. The spelling itself is never rewritten. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Whether two texts are the same words, wherever in a syllable the tone mark stands: `Hoà` and `Hòa`. */
export function isSameSpelling(a: string, b: string): boolean {
  const syllables = (text: string) => tidy(text).normalize('NFD').split(' ').map((word) => word.replace(TONE_MARKS, '') + (word.match(TONE_MARKS) ?? []).join('')).join(' ')
  return syllables(a) === syllables(b)
}

/** Family name, middle words and given name (the last word) of a full name. */
export function nameParts(fullName: string): { family: string; middle: string; given: string } {
  const words = tidy(fullName).split(' ')
  if (words.length === 1) return { family: '', middle: '', given: words[0] ?? '' }
  return { family: words[0]!, middle: words.slice(1, -1).join(' '), given: words.at(-1)! }
}

const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const LETTER_MARKS = /[\u0302\u0306\u031b]/u

/** Place of a small letter in the alphabet, and which tone it bears. */
const letterKey = rememberedByText((letter): readonly [place: string, tone: number] => {
  const parts = [...letter.normalize('NFD')]
  const base = parts.filter((part, i) => i === 0 || LETTER_MARKS.test(part)).join('').normalize('NFC')
  const place = ALPHABET.indexOf(base)
  return [place < 0 ? '#' : String.fromCharCode(0x30 + place), 1 + TONES.findIndex((tone) => parts.includes(tone))]
})

/**
 * Letters of a word as places in the alphabet, then its tones, so that a tone decides only between equal letters. What is no letter stands above
 * the marks that end a word and below every letter: Thị comes before Thị Minh.
 */
const wordKey = rememberedByText((word): string => {
  let letters = ''
  let tones = ''
  for (const letter of word.normalize('NFC').toLocaleLowerCase('vi')) {
    const [place, tone] = letterKey(letter)
    letters += place
    tones += tone
  }
  return `${letters}!${tones}`
})

/**
 * Key by which people are sorted: given name, then family name, then middle words, in Vietnamese alphabetical order
 * (base letter first, then ngang, huyền, hỏi, ngã, sắc, nặng). Compared byte by byte (`collate "C"`), so the order
 * does not change with the version of a collation library.
 */
export function nameSortKey(fullName: string): string {
  const { family, middle, given } = nameParts(fullName)
  return [given, family, middle].map(wordKey).join('"')
}

const collator = new Intl.Collator('vi')

/** Vietnamese alphabetical order of whole texts, for names of organisations and places. */
export const vietnameseOrder = (a: string, b: string): number => collator.compare(a, b)
