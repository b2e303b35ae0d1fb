import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { loadSettings } from '../../admission/index.ts'
import type { transfersContract } from '../contract.ts'
import { listTransfersBelow } from '../queries/transfers.ts'
import { byUrgency, countByOwner, rowOf, type Row } from '../shown.ts'
import { organisationAsked } from './checks.ts'

type Contract = typeof transfersContract
type Filters = Omit<InputOf<Contract['listTransfers']>, 'page' | 'size'>

async function rowsAsked(ctx: Ctx, organisationId: string | undefined, { owner, late, asOf, knownAt, organisationId: _o, ...filters }: Filters): Promise<{ all: Row[]; rows: Row[] }> {
  if (!organisationId) return { all: [], rows: [] }
  const settings = await loadSettings(ctx.db)
  const on = asOf ?? ctx.today
  const found = await listTransfersBelow(ctx.db, { ...filters, organisationId, today: on, on: asOf, knownAt })
  const all = found.map((transfer) => rowOf(transfer, on, settings)).sort(byUrgency)
  return { all, rows: all.filter((row) => (!owner || row.nextAct?.owner === owner) && (late === undefined || row.isLate === late)) }
}

/** Transfers of one's part on either side, late ones first; how many wait for whom is counted before the filters of owner and lateness. */
export async function listTransfers(ctx: Ctx, input: InputOf<Contract['listTransfers']>): Promise<AnswerOf<Contract['listTransfers']>> {
  const organisationId = await organisationAsked(ctx, 'transfers.read', input.organisationId)
  const { page, size, ...filters } = input
  const { all, rows } = await rowsAsked(ctx, organisationId, filters)
  return { asOf: input.asOf ?? ctx.today, rows: rows.slice((page - 1) * size, page * size), total: rows.length, late: rows.filter(({ isLate }) => isLate).length, byOwner: countByOwner(all) }
}
