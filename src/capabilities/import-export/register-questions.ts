import { fold, formatDay, isUncertainDate } from '../../kernel/index.ts'
import { endNames, statusNames as registerStatusNames } from '../members/index.ts'
import { fillIn } from '../../platform/words.ts'
import type { AlikePerson } from '../duplicates/index.ts'
import { keepAsRegistered, otherPerson, stillProbationary, thisPerson } from './messages.vi.ts'
import { matchTo, type KnownPerson, type MatchedRow } from './matching.ts'
import type { PersonElsewhere } from './queries/elsewhere.ts'
import { findingMessage, memberStatusNames, rowKey, type Answer, type Finding, type Raw, type ReadRow, type SheetSummary } from './reading/index.ts'

const names: Readonly<Record<string, string>> = registerStatusNames
const ends: Readonly<Record<string, string>> = endNames

type Difference = { readonly ours: string; readonly theirs: string; /** It is about probation: then the official date waits with it. */ readonly ofProbation: boolean }

/** How the state that a list states of a known member differs from that of the register; a list that states none differs in nothing. */
export function statusDifference({ fields }: ReadRow, known: KnownPerson): Difference | undefined {
  const ours = names[known.status] ?? known.status
  if (fields.status === 'exempt' && known.status !== 'exempt') return { ours, theirs: memberStatusNames.exempt, ofProbation: false }
  if (fields.status === 'active' && ['exempt', 'suspended', 'lostContact'].includes(known.status)) return { ours, theirs: memberStatusNames.active, ofProbation: false }
  if (fields.probationary === false && known.status === 'probationary') return { ours, theirs: registerStatusNames.full, ofProbation: true }
  if (fields.probationary === true && fields.isProbationStated && known.status !== 'probationary') return { ours, theirs: registerStatusNames.probationary, ofProbation: true }
  return undefined
}

const isSameBirth = (a: string | null | undefined, b: string | null | undefined) => !!a && !!b && (a.startsWith(b) || b.startsWith(a))

/** Whom a row seems to be although it found no member where the list is from: by number, else by name and day of birth. */
export function seemsToBe({ values }: MatchedRow, people: readonly PersonElsewhere[]): PersonElsewhere | undefined {
  return people.find((each) => !!values.identityNumber && each.identityNumber === values.identityNumber)
    ?? people.find((each) => !!values.cardNumber && each.cardNumber === values.cardNumber)
    ?? people.find((each) => fold(each.fullName) === fold(values.fullName ?? '') && isSameBirth(each.bornOn, values.bornOn)
      && !(values.identityNumber && each.identityNumber && values.identityNumber !== each.identityNumber))
}

type Register = {
  readonly known: ReadonlyMap<string, KnownPerson>; readonly elsewhere: readonly PersonElsewhere[]
  /** Whom a new row is like without being the same, by its place. */
  readonly alike: ReadonlyMap<string, readonly AlikePerson[]>
}

/** Words of another room inside a message, whose own parts stand apart by semicolons. */
const asPart = (words: string): string => words.replaceAll(';', ',')

/** Asks, row by row, what holding a list against the register leaves open about the state of a person. */
export class RegisterQuestions {
  /** What was asked so far, in the order of the rows. */
  readonly findings: Finding[] = []
  /** Who a row leads to already: a second one for the same person is for somebody to look at. */
  private readonly taken: Set<string>

  constructor(private readonly sheets: readonly SheetSummary[], private readonly register: Register, private readonly answers: readonly Answer[], taken: ReadonlySet<string>) {
    this.taken = new Set(taken)
  }

  /** A row, matched and as read, as it stands with what is asked about it. With an open question it is doubtful; nothing of it is written. */
  ask(row: MatchedRow, read: ReadRow): MatchedRow {
    const person = row.personId ? this.register.known.get(row.personId) : undefined
    if (person) return this.askStatus(row, read, person)
    if (row.outcome !== 'new') return row
    const elsewhere = seemsToBe(row, this.register.elsewhere)
    if (elsewhere) return this.askElsewhere(row, elsewhere)
    const alike = this.askAlike(row, read)
    return alike.outcome === 'new' ? this.askProbation(row, read) : alike
  }

  private askStatus(row: MatchedRow, read: ReadRow, person: KnownPerson): MatchedRow {
    const differs = statusDifference(read, person)
    if (!differs) return row
    const { isOpen } = this.question(row, 'status.differs', differs, [keepAsRegistered])
    const changes = differs.ofProbation ? row.changes.filter(({ field }) => field !== 'confirmedOn') : row.changes
    const settled = row.outcome === 'changed' && changes.length === 0 ? 'same' : row.outcome
    return { ...row, changes, outcome: isOpen && row.outcome !== 'faulty' ? 'doubtful' : settled }
  }

  private askElsewhere(row: MatchedRow, { endedOn, endKind, cellName }: PersonElsewhere): MatchedRow {
    const { isOpen } = endedOn
      ? this.question(row, 'status.left-before', { end: ends[endKind ?? ''] ?? endNames.transferOut, day: formatDay(endedOn) }, [otherPerson])
      : this.question(row, 'org.member-of-another', { cell: cellName ?? '' }, [otherPerson])
    return isOpen ? { ...row, outcome: 'doubtful' } : row
  }

  /** Somebody who is like a member without being the same is not enrolled anew without a word: he is one of those, or another. */
  private askAlike(row: MatchedRow, read: ReadRow): MatchedRow {
    const alike = (this.register.alike.size > 0 && this.register.alike.get(rowKey(row))) || []
    if (alike.length === 0) return row
    const members = new Map(alike.flatMap(({ personId, words }) => {
      const member = this.register.known.get(personId)
      return member && !this.taken.has(personId) ? [[fillIn(thisPerson, { who: asPart(words) }), member] as const] : []
    }))
    const { answer, isOpen } = this.question(row, 'person.like-another', { who: alike.map(({ words }) => asPart(words)).join(' / ') }, [...members.keys(), otherPerson])
    if (isOpen) return { ...row, outcome: 'doubtful' }
    const chosen = members.get(String(answer))
    if (!chosen) return row
    this.taken.add(chosen.personId)
    return this.askStatus({ ...row, ...matchTo(chosen, row.values) }, read, chosen)
  }

  /** Nobody becomes probationary, or full, because a list is silent about it. */
  private askProbation(row: MatchedRow, { fields }: ReadRow): MatchedRow {
    if (fields.probationary !== undefined || fields.confirmedOn !== undefined) return row
    const { answer, isOpen } = this.question(row, 'official.not-told', {}, [stillProbationary], (value) => isUncertainDate(value))
    if (isOpen) return { ...row, outcome: 'doubtful' }
    const day = isUncertainDate(String(answer)) ? String(answer) : undefined
    return { ...row, probationary: day === undefined, values: day ? { ...row.values, confirmedOn: day } : row.values }
  }

  private question(row: MatchedRow, code: string, facts: Readonly<Record<string, unknown>>, choices: readonly string[], fits: (value: string) => boolean = () => false): { answer: Raw | undefined; isOpen: boolean } {
    const { column, heading } = this.placeOf(row.sheet, code)
    const raw = typeof facts['theirs'] === 'string' ? facts['theirs'] : (row.values.fullName ?? null)
    const finding: Finding = { sheet: row.sheet, row: row.row, column, heading, kind: 'question', code, raw, choices, message: findingMessage(code, facts as Record<string, string>) }
    const answer = this.answers.find((each) => each.code === code && (each.row === undefined || (each.row === row.row && each.sheet === row.sheet))
      && (each.column === undefined || each.column === column) && (each.raw === undefined || each.raw === raw) && (choices.includes(String(each.value)) || fits(String(each.value))))
    this.findings.push(answer ? { ...finding, answer: answer.value } : finding)
    return { answer: answer?.value, isOpen: answer === undefined }
  }

  /** The column that states what is asked about, else that of the name. */
  private placeOf(sheet: string, code: string): { column: string; heading: string } {
    const summary = this.sheets.find((each) => each.name === sheet)
    const wanted = code === 'status.differs' ? ['status', 'memberKind', 'probationary', 'confirmedOn', 'fullName'] : ['fullName', 'givenName', 'currentName']
    const at = wanted.map((field) => summary?.fields.indexOf(field) ?? -1).find((index) => index >= 0)
    const shown = at === undefined ? 'A ' : summary!.columns[at]!
    return { column: shown.slice(0, shown.indexOf(' ')), heading: shown.slice(shown.indexOf(' ') + 1) }
  }
}
