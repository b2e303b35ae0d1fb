import { fold } from '../../kernel/index.ts'
import { partNames, type Finding, type PartName } from './codes.ts'
import { birthFinding } from './likeness/births.ts'
import { namesFinding, nameFinding } from './likeness/names.ts'
import { identityFinding, numbersFinding } from './likeness/numbers.ts'
import { likenessSettings, type LikenessSettings } from './settings.ts'

/** What of a record is compared. Numbers as written; births as far as known. */
export type ComparedFacts = {
  readonly fullName: string
  /** Other names, aliases, nicknames. */
  readonly otherNames: readonly string[]
  readonly sex: string | null
  readonly bornOn: string | null
  /** Personal number and older identity cards. */
  readonly identityNumbers: readonly string[]
  readonly cardNumbers: readonly string[]
  readonly phone: string | null
  readonly nativePlace: string | null
  readonly cellId: string | null
  readonly father: string | null
  readonly mother: string | null
}

export type Part = { readonly part: PartName; readonly finding: Finding; readonly points: number }

/** Score from 0 to 100, and the parts it is made of: points above zero speak for one person, below zero against. */
export type Likeness = { readonly score: number; readonly parts: readonly Part[] }

const both = <T>(a: T | null, b: T | null, how: (a: T, b: T) => Finding | undefined): Finding | undefined => (a && b ? how(a, b) : undefined)
const exactly = (a: string, b: string): Finding => (fold(a) === fold(b) ? 'same' : 'different')

/** Words that say what kind of place it is tell nothing: one paper writes them, another does not. */
const placeWords = (place: string) => fold(place).replace(/\b(xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh|tp)\b/g, ' ').split(/[^a-z0-9]+/).filter(Boolean).join(' ')

/** A native place written only as far as the commune is not another one. */
function placeFinding(a: string, b: string): Finding {
  const [one, two] = [placeWords(a), placeWords(b)]
  return one === two || one.startsWith(`${two} `) || two.startsWith(`${one} `) ? 'same' : 'different'
}

const isAlike = (a: string, b: string) => ['same', 'marks', 'order', 'middleMissing'].includes(nameFinding(a, b))

function parentsFinding(a: ComparedFacts, b: ComparedFacts): Finding | undefined {
  const known = ([[a.father, b.father], [a.mother, b.mother]] as const).flatMap(([one, two]) => (one && two ? [isAlike(one, two)] : []))
  if (known.length === 0) return undefined
  return known.every(Boolean) ? (known.length === 2 ? 'same' : 'oneParent') : known.some(Boolean) ? undefined : 'different'
}

const phoneDigits = (phone: string) => phone.replace(/\D/g, '').replace(/^84/, '0')

function phoneFinding(a: string, b: string): Finding | undefined {
  const theirs = b.split(/[;,/]/).map(phoneDigits).filter(Boolean)
  return a.split(/[;,/]/).map(phoneDigits).some((number) => number !== '' && theirs.includes(number)) ? 'same' : undefined
}

function findingsOf(a: ComparedFacts, b: ComparedFacts): Readonly<Record<PartName, Finding | undefined>> {
  return {
    name: namesFinding(a, b), birth: both(a.bornOn, b.bornOn, birthFinding), identity: identityFinding(a.identityNumbers, b.identityNumbers),
    card: numbersFinding(a.cardNumbers, b.cardNumbers), sex: both(a.sex, b.sex, exactly), parents: parentsFinding(a, b), nativePlace: both(a.nativePlace, b.nativePlace, placeFinding),
    cell: both(a.cellId, b.cellId, exactly), phone: both(a.phone, b.phone, phoneFinding),
  }
}

/** How much two records look like one person, with the reasons. The same whichever is named first; what only one of them says counts nothing. */
export function likenessOf(a: ComparedFacts, b: ComparedFacts, settings: LikenessSettings = likenessSettings): Likeness {
  const found = findingsOf(a, b)
  const parts = partNames.flatMap((part) => {
    const finding = found[part]
    return finding ? [{ part, finding, points: settings.points[part][finding] ?? 0 }] : []
  })
  const sum = parts.reduce((total, { points }) => total + points, 0)
  return { score: Math.max(0, Math.min(100, sum)), parts }
}
