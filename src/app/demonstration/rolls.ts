import { plainDate, type PlainDate } from '../../kernel/index.ts'
import { votingDenominator, type ExclusionReason } from '../../regulations/index.ts'
import type { Chronicle, Row } from './chronicle.ts'

type Span = { readonly from: PlainDate; readonly until: PlainDate | undefined }
type Listed = Span & { readonly personId: string }
type State = Span & { readonly status: string }
type Overlay = Span & { readonly kind: string }

export type Excluded = { readonly personId: string; readonly name: string; readonly reason: ExclusionReason }

/** Who may vote in a cell on a day: full members on its list, those left out of the number, and the number. */
export type Roll = { readonly full: number; readonly excluded: readonly Excluded[]; readonly denominator: number }

const spanOf = (range: unknown): Span => {
  const [from, until] = String(range).slice(1, -1).split(',')
  return { from: plainDate(from!), until: until ? plainDate(until) : undefined }
}
const holds = ({ from, until }: Span, day: PlainDate) => from <= day && (until === undefined || day < until)

/** The lists of all cells on any day, as the rows made so far say them. */
export class Rolls {
  private readonly byCell: ReadonlyMap<string, readonly Listed[]>
  private readonly states: ReadonlyMap<string, readonly State[]>
  private readonly overlays: ReadonlyMap<string, readonly Overlay[]>
  private readonly names: ReadonlyMap<string, string>
  private readonly found = new Map<string, Roll>()

  constructor(chronicle: Chronicle) {
    const rows = (table: string) => chronicle.rowsOf(`members.${table}`)
    this.byCell = grouped(rows('placement'), 'cell_id', (row) => ({ ...spanOf(row.valid_during), personId: String(row.person_id) }))
    this.states = grouped(rows('status'), 'person_id', (row) => ({ ...spanOf(row.valid_during), status: String(row.status) }))
    this.overlays = grouped(rows('overlay'), 'person_id', (row) => ({ ...spanOf(row.valid_during), kind: String(row.kind) }))
    this.names = new Map(rows('person').map((row) => [String(row.id), String(row.full_name)]))
  }

  /** Exempt members count as absent. */
  on(cellId: string, day: PlainDate): Roll {
    const key = `${cellId} ${day}`
    const known = this.found.get(key)
    if (known) return known
    const listed = (this.byCell.get(cellId) ?? []).filter((each) => holds(each, day)).map(({ personId }) => ({ personId, ...this.standing(personId, day) }))
    const { excluded, denominator } = votingDenominator(listed.filter(({ fullMember }) => fullMember))
    const roll = {
      full: listed.filter(({ fullMember }) => fullMember).length, denominator,
      excluded: excluded.map(({ person, reason }) => ({ personId: person.personId, name: this.names.get(person.personId)!, reason })),
    }
    this.found.set(key, roll)
    return roll
  }

  private standing(personId: string, day: PlainDate) {
    const status = this.states.get(personId)?.find((state) => holds(state, day))?.status
    const lies = (kind: string) => this.overlays.get(personId)?.some((overlay) => overlay.kind === kind && holds(overlay, day)) ?? false
    return {
      fullMember: status !== undefined && status !== 'probationary', present: false, temporarilyElsewhere: lies('temporaryElsewhere'), exemptFromMeetings: status === 'exempt',
      suspended: status === 'suspended', prosecutedOrDetained: lies('prosecuted'), disciplined: lies('disciplined'),
    }
  }

  /** A full member on the day with nothing against them. */
  isFree(personId: string, day: PlainDate): boolean {
    const { fullMember, suspended, disciplined, exemptFromMeetings, temporarilyElsewhere } = this.standing(personId, day)
    return fullMember && !suspended && !disciplined && !exemptFromMeetings && !temporarilyElsewhere
  }
}

function grouped<T>(rows: readonly Row[], column: string, read: (row: Row) => T): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = String(row[column])
    const group = groups.get(key)
    if (group) group.push(read(row))
    else groups.set(key, [read(row)])
  }
  return groups
}
