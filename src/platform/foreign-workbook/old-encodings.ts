import { hasForeignLetter, isSyllable } from './syllables.ts'

/** TCVN 5712:1993 (ABC fonts) as it appears when its bytes are taken for Latin letters. */
const TCVN3: Readonly<Record<string, string>> = {
  µ: 'à', '¸': 'á', '¶': 'ả', '·': 'ã', '¹': 'ạ', '¨': 'ă', '»': 'ằ', '¾': 'ắ', '¼': 'ẳ', '½': 'ẵ', Æ: 'ặ', '©': 'â', Ç: 'ầ', Ê: 'ấ', È: 'ẩ', É: 'ẫ', Ë: 'ậ',
  '®': 'đ', Ì: 'è', Ð: 'é', Î: 'ẻ', Ï: 'ẽ', Ñ: 'ẹ', ª: 'ê', Ò: 'ề', Õ: 'ế', Ó: 'ể', Ô: 'ễ', Ö: 'ệ', '×': 'ì', Ý: 'í', Ø: 'ỉ', Ü: 'ĩ', Þ: 'ị',
  ß: 'ò', ã: 'ó', á: 'ỏ', â: 'õ', ä: 'ọ', '«': 'ô', å: 'ồ', è: 'ố', æ: 'ổ', ç: 'ỗ', é: 'ộ', '¬': 'ơ', ê: 'ờ', í: 'ớ', ë: 'ở', ì: 'ỡ', î: 'ợ',
  ï: 'ù', ó: 'ú', ñ: 'ủ', ò: 'ũ', ô: 'ụ', '\u00ad': 'ư', õ: 'ừ', ø: 'ứ', ö: 'ử', '÷': 'ữ', ù: 'ự', ú: 'ỳ', ý: 'ý', û: 'ỷ', ü: 'ỹ', þ: 'ỵ',
  '¡': 'Ă', '¢': 'Â', '§': 'Đ', '£': 'Ê', '¤': 'Ô', '¥': 'Ơ', '¦': 'Ư',
}

const GRAVE = '\u0300', ACUTE = '\u0301', HOOK = '\u0309', TILDE = '\u0303', DOT = '\u0323', ROOF = '\u0302', BREVE = '\u0306'
/** VNI writes the marks of a vowel as a letter behind it. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: ACUTE, ø: GRAVE, û: HOOK, õ: TILDE, ï: DOT, â: ROOF, á: ROOF + ACUTE, à: ROOF + GRAVE, å: ROOF + HOOK, ã: ROOF + TILDE, ä: ROOF + DOT,
  ê: BREVE, é: BREVE + ACUTE, è: BREVE + GRAVE, ú: BREVE + HOOK, ü: BREVE + TILDE, ë: BREVE + DOT,
}
const VNI_LETTERS: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', ñ: 'đ', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

const decodeTcvn3 = (text: string): string => [...text].map((letter) => TCVN3[letter] ?? letter).join('')

function vniLetter(letter: string): string {
  const lower = letter.toLowerCase()
  const found = VNI_LETTERS[lower]
  return found === undefined ? letter : letter === lower ? found : found.toLocaleUpperCase('vi')
}

function decodeVni(text: string): string {
  let result = ''
  for (const letter of text) {
    const marks = VNI_MARKS[letter.toLowerCase()]
    result += marks !== undefined && /[aeouyAEOUY\u01a1\u01b0\u01a0\u01af]$/.test(result) ? marks : vniLetter(letter)
  }
  return result.normalize('NFC')
}

export type OldEncoding = 'tcvn3' | 'vni'

/** The text as a font of that encoding showed it. Text that has no letter of an old font, or letters only Unicode has, stays. */
export const decodeAs = (encoding: OldEncoding, text: string): string =>
  !mayBeOld(text) ? text : encoding === 'tcvn3' ? decodeTcvn3(text) : decodeVni(text)

const mayBeOld = (text: string): boolean => /[\u00a1-\u00ff]/.test(text) && !/[\u0100-\uffff]/.test(text.replace(/[\u2013-\u2122]/g, ''))

/** The share of words that could be Vietnamese; numbers and signs are no words. */
export function shareOfSyllables(text: string): number {
  const words = text.split(/[^\p{L}\p{M}\u00a1-\u00bf]+/u).filter((word) => word.length > 1)
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length
}

const allSyllables = (text: string): boolean => text.split(/\s+/).filter(Boolean).every(isSyllable)

/**
 * Text typed in an ABC (TCVN3) or VNI font, turned into Unicode. `undefined` when the text is readable as it stands or neither decoding
 * gives words that could be Vietnamese.
 */
export function decodeOldEncoding(text: string): { encoding: OldEncoding; text: string } | undefined {
  if (!mayBeOld(text) || allSyllables(text)) return undefined
  const tcvn3 = decodeTcvn3(text)
  if (hasForeignLetter(text) && allSyllables(tcvn3)) return { encoding: 'tcvn3', text: tcvn3 }
  const vni = decodeVni(text)
  return allSyllables(vni) ? { encoding: 'vni', text: vni } : undefined
}
