import type { PlainDate } from '../../../kernel/index.ts'
import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { findTop } from '../../organisations/index.ts'
import type { membersContract } from '../contract.ts'
import { maskedNumber } from '../model.ts'
import type { MemberFilter } from '../queries/conditions.ts'
import { listMembersOf, type ListedMember, type ListOrder, type ListPage } from '../queries/lists.ts'

type Input = InputOf<typeof membersContract.listMembers>
type Answer = AnswerOf<typeof membersContract.listMembers>

/** Of which organisation: the one asked for, within one's part, or the own one. */
export async function organisationAsked(ctx: Ctx, permission: string, wanted: string | undefined, on: PlainDate): Promise<string | undefined> {
  if (wanted && wanted !== ctx.actor.organisationId) await ctx.authorise(permission, { organisationId: wanted })
  else await ctx.authorise(permission, 'own part')
  return wanted ?? ctx.actor.organisationId ?? (await findTop(ctx.db, on))?.id
}

type Asked = Omit<Input, 'page' | 'size'>

/** Reads one page for whoever was authorised; ethnic group only for roles that may read it. */
export async function readList(ctx: Ctx, organisationId: string, input: Asked, page: ListPage): Promise<{ rows: ListedMember[]; total: number }> {
  const mayReadStrict = await ctx.may('members.readStrictClass', 'own part')
  const { asOf, knownAt, sort, descending, organisationId: _o, search, ethnicity, ...conditions } = input
  const filter: MemberFilter = { ...conditions, organisationId, ethnicity: mayReadStrict ? ethnicity : undefined, search: search?.replace(/[%_\\]/g, ' ').trim() || undefined }
  const order: ListOrder = { sort, descending }
  const { rows, total } = await listMembersOf(ctx.db, filter, seenBy(ctx, { asOf, knownAt }), order, page)
  return { rows: mayReadStrict ? rows : rows.map((row) => ({ ...row, ethnicity: null })), total }
}

/** Members of an organisation and all below on a day: one page in order, and the total. Refuses what lies outside one's part as not found. */
export async function listMembers(ctx: Ctx, input: Input): Promise<Answer> {
  const on = input.asOf ?? ctx.today
  const organisationId = await organisationAsked(ctx, 'members.list', input.organisationId, on)
  if (!organisationId) return { asOf: on, rows: [], total: 0 }
  const { page, size, ...asked } = input
  const { rows, total } = await readList(ctx, organisationId, asked, { page, size })
  return { asOf: on, total, rows: rows.map(shownOf) }
}

// Written out for the same reason as in the query.
const shownOf = (row: ListedMember): Answer['rows'][number] => ({
  id: row.id, fullName: row.fullName, otherName: row.otherName, bornOn: row.bornOn, sex: row.sex, ethnicity: row.ethnicity, cellId: row.cellId, cell: row.cell, organisation: row.organisation,
  decidedOn: row.decidedOn, admittedOn: row.admittedOn, confirmedOn: row.confirmedOn, cardNumber: row.cardNumber, status: row.status, overlays: row.overlays,
  identityMasked: row.identityLast4 ? maskedNumber(`00000000${row.identityLast4}`) : null,
})
