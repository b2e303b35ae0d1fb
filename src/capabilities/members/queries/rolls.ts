import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { MemberStatus, OverlayKind } from '../model.ts'

/** A person on the list of a cell on a day, with what bears on the vote. */
export type RollEntry = {
  readonly personId: string
  readonly fullName: string
  readonly bornOn: UncertainDate | null
  readonly sex: 'male' | 'female' | null
  readonly status: MemberStatus
  /** Confirmed as a full member by that day, whatever lies over it. */
  readonly fullMember: boolean
  /** A guest on temporary transfer: on the list, without a vote. */
  readonly hostedTemporarily: boolean
  readonly temporarilyElsewhere: boolean
  readonly exemptFromMeetings: boolean
  readonly suspended: boolean
  readonly prosecutedOrDetained: boolean
  readonly away: boolean
}

type RollRow = { personId: string; fullName: string; bornOn: UncertainDate | null; sex: 'male' | 'female' | null; status: MemberStatus; confirmed: boolean; hosted: boolean; overlays: OverlayKind[] }

/**
 * The list of a cell on a day, by given name: everybody placed in it, and those it hosts. Whoever may see the cell sees the whole
 * list of a past day, people who have moved away since among them. Empty outside one's part.
 */
export async function rollOf(db: Db, cellId: string, day: PlainDate): Promise<RollEntry[]> {
  const rows = await db.rows<RollRow>(sql`
    select person_id as "personId", full_name as "fullName", born_on as "bornOn", sex, status, confirmed, hosted, overlays
    from members.roll_on(${cellId}, ${day}) order by sort_key collate "C", born_on, person_id`)
  return rows.map(({ confirmed, hosted, overlays, ...person }) => ({
    ...person,
    fullMember: confirmed,
    hostedTemporarily: hosted,
    temporarilyElsewhere: overlays.includes('temporaryElsewhere'),
    exemptFromMeetings: person.status === 'exempt',
    suspended: person.status === 'suspended',
    prosecutedOrDetained: overlays.includes('prosecuted'),
    away: overlays.includes('away'),
  }))
}

/** Members of one cell, or below one organisation, on a day. */
export type MemberCounts = {
  readonly members: number
  /** Members who are not probationary. */
  readonly full: number
  readonly probationary: number
  readonly women: number
  readonly ethnicMinority: number
}

export type CellCounts = MemberCounts & { readonly cellId: string }
type Asked = { readonly organisationId: string; readonly on: PlainDate; readonly knownAt?: string | undefined }

/** Counts for each cell with members below an organisation, by the tree of that day. Empty outside one's part. */
export function countMembersByCell(db: Db, { organisationId, on, knownAt }: Asked): Promise<CellCounts[]> {
  return db.rows(sql`select cell_id as "cellId", members, members - probationary as "full", probationary, women, ethnic_minority as "ethnicMinority"
    from members.counts_by_cell(${organisationId}, ${on}, ${knownAt ?? null})`)
}

/** Members below an organisation (itself included) on a day, as known at a moment. */
export async function countMembers(db: Db, asked: Asked): Promise<MemberCounts> {
  return db.one(sql`
    select coalesce(sum(members), 0)::int as members, coalesce(sum(members - probationary), 0)::int as "full",
      coalesce(sum(probationary), 0)::int as probationary, coalesce(sum(women), 0)::int as women, coalesce(sum(ethnic_minority), 0)::int as "ethnicMinority"
    from members.counts_by_cell(${asked.organisationId}, ${asked.on}, ${asked.knownAt ?? null})`)
}
