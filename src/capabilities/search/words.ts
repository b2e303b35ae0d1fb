import { fold } from '../../kernel/index.ts'

/** More words than any name has; what is typed beyond them is not looked at. */
const MOST_WORDS = 8
const ENDS_WITH_Y = /^([bcdghklmnpqrstvx]+|qu)y$/
const TONE = '\u0300\u0301\u0303\u0309\u0323'
const LETTERS = `a-z\u01110-9\u0302\u0306\u031b${TONE}`
const TONE_WITHIN = new RegExp(`([${TONE}])([a-z\u0111\u0302\u0306\u031b]*)`, 'gu')
const MARKED_ENDS_WITH_Y = new RegExp(`^([bcd\u0111ghklmnpqrstvx]+|qu)y([${TONE}]?)$`, 'u')

/** Words without marks; a final y after consonants is written i (`lý` and `lí` are one). Agrees with the SQL function `search.words`. */
export const searchWords = (text: string): string[] =>
  fold(text).split(/[^a-z0-9]+/).filter(Boolean).slice(0, MOST_WORDS).map((word) => word.replace(ENDS_WITH_Y, '$1i'))

/** Words with marks, the tone at the end: `hòa` and `hoà` are one, in both Unicode forms. Agrees with `search.marked_words`. */
export const markedWords = (text: string): string[] =>
  text.normalize('NFD').toLowerCase().replace(TONE_WITHIN, '$2$1').split(new RegExp(`[^${LETTERS}]+`, 'u')).filter(Boolean).slice(0, MOST_WORDS)
    .map((word) => word.replace(MARKED_ENDS_WITH_Y, '$1i$2'))

/** Text of a `tsquery`: words are letters and digits, so that nothing in them needs to be escaped. */
const exactly = (word: string) => `'${word}'`
const beginning = (word: string) => `'${word}':*`
const all = (parts: readonly string[]) => parts.join(' & ')
const any = (parts: readonly string[]) => `(${parts.join(' | ')})`

/**
 * What is asked of the index, the likeliest first: every word with the marks that were typed, every word whole, every word as a beginning.
 * The last one finds all that the others find.
 */
export function exactQueries(text: string): string[] {
  const words = searchWords(text)
  if (words.length === 0) return []
  const marked = markedWords(text)
  const hasMarks = marked.join(' ') !== words.join(' ')
  return [...(hasMarks ? [all(marked.map(exactly))] : []), all(words.map(exactly)), all(words.map(beginning))]
}

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz']
/** Shorter words are one letter away from too many others. */
const SHORTEST_NEAR = 3
const SHORTEST_NEAR_ALONE = 4

/** Every word one letter away: one left out, one too many, another one, two neighbours swapped. */
export function oneLetterOff(word: string): string[] {
  const found = new Set<string>()
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)]
    for (const letter of ALPHABET) {
      found.add(before + letter + after)
      if (after) found.add(before + letter + after.slice(1))
    }
    if (after) found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after[1] + after[0] + after.slice(2))
  }
  found.delete(word)
  found.delete('')
  return [...found]
}

const mayBeMistyped = (words: readonly string[]) => (word: string) => !/\d/.test(word) && word.length >= (words.length === 1 ? SHORTEST_NEAR_ALONE : SHORTEST_NEAR)

/** Words that stand in no name unless asked about: what a mistyped word may have meant, and what a missing or doubled blank makes. */
export function nearCandidates(words: readonly string[]): string[] {
  const fit = mayBeMistyped(words)
  const apart = words.filter(fit).flatMap((word) => splits(word).flat())
  return [...new Set([...words.filter(fit).flatMap(oneLetterOff), ...apart, ...words.slice(1).map((word, i) => words[i]! + word)])]
}

const splits = (word: string): [string, string][] => Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => [word.slice(0, i + 1), word.slice(i + 1)])

/** What is asked when too little fits: one word off first, then every word. `known`: those of the candidates that stand in a name. */
export function nearQueries(words: readonly string[], known: ReadonlySet<string>): string[] {
  const fit = mayBeMistyped(words)
  const meant = words.map((word) => (fit(word) ? near(word, known) : []))
  const oneOff = words.flatMap((_, i) => (meant[i]!.length ? [all(words.map((word, j) => (i === j ? any(meant[i]!) : beginning(word))))] : []))
  const joined = words.slice(1).flatMap((word, i) => {
    const glued = words[i]! + word
    return known.has(glued) ? [all([...words.slice(0, i), glued, ...words.slice(i + 2)].map(beginning))] : []
  })
  const first = [...oneOff, ...joined]
  if (first.length === 0 && words.length === 1) return []
  const everyOff = words.length > 1 && meant.filter((each) => each.length).length > 1 ? [all(words.map((word, i) => any([beginning(word), ...meant[i]!])))] : []
  return [...(first.length ? [first.map((each) => `(${each})`).join(' | ')] : []), ...everyOff]
}

const near = (word: string, known: ReadonlySet<string>): string[] => [
  ...oneLetterOff(word).filter((other) => known.has(other)).map(exactly),
  ...splits(word).filter((parts) => parts.every((part) => known.has(part))).map((parts) => `(${all(parts.map(exactly))})`),
]

/** True when each word begins a word of the name. */
export function wordsFit(words: readonly string[], name: string): boolean {
  const own = searchWords(name)
  return words.every((word) => own.some((each) => each.startsWith(word)))
}

/** What was typed as a number: digits with blanks and dots between them. */
export const digitsOf = (text: string): string | undefined => (/^[\d. ]*\d[\d. ]*$/.test(text.trim()) ? text.replace(/[. ]/g, '') : undefined)

/** The number of a decision from its first digit on, without marks and signs; agrees with `search.number_key`. None without a digit. */
export const decisionStart = (text: string): string | undefined => fold(text).replace(/[^a-z0-9]+/g, '').replace(/^[^0-9]+/, '') || undefined
