import type { PlainDate } from '../../../kernel/index.ts'
import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { findDossierType } from '../../../regulations/index.ts'
import type { dossiersContract } from '../contract.ts'
import { alreadyLent, alreadyReturned, loanNotFound } from '../errors.ts'
import { loadItem } from '../queries/items.ts'
import { endLoan, findLoan, findOpenLoan, insertLoan, listLoansBelow, type Loan } from '../queries/loans.ts'
import { auditDossier, dossierFor, organisationAsked, refuseOrder, refuseTomorrow } from './checks.ts'

type Contract = typeof dossiersContract

/** Late from the day after the day on which it was to be back. */
export const shownLoan = ({ documentType, cellId: _c, bornOn: _b, ...loan }: Loan, today: PlainDate): AnswerOf<Contract['listLoans']>['rows'][number] =>
  ({ ...loan, title: documentType ? (findDossierType(documentType)?.title ?? documentType) : null, isLate: loan.returnedOn === null && loan.dueOn < today })

/** Lends a paper, or the whole dossier. What is out cannot go out again. */
export async function lend(ctx: Ctx, { dossierId, ...input }: InputOf<Contract['lend']>) {
  const dossier = await dossierFor(ctx, 'dossiers.lend', dossierId)
  refuseTomorrow(ctx, input.lentOn)
  refuseOrder(input.lentOn, input.dueOn)
  if (input.itemId) await loadItem(ctx.db, dossierId, input.itemId)
  const open = await findOpenLoan(ctx.db, dossierId, input.itemId, ctx.today)
  if (open) throw alreadyLent(open.borrower, open.dueOn)
  const loanId = await insertLoan(ctx.db, { dossierId, ...input, itemId: input.itemId, by: ctx.actor.accountId })
  await auditDossier(ctx, 'lent', dossier, { loanId, ...input })
  return { loanId }
}

export async function returnLoan(ctx: Ctx, { loanId, returnedOn }: InputOf<Contract['returnLoan']>) {
  const seen = await findLoan(ctx.db, loanId, ctx.today)
  if (!seen) throw loanNotFound()
  const dossier = await dossierFor(ctx, 'dossiers.lend', seen.dossierId)
  const loan = (await findLoan(ctx.db, loanId, ctx.today))!
  if (loan.returnedOn) throw alreadyReturned(loan.returnedOn)
  refuseTomorrow(ctx, returnedOn)
  refuseOrder(loan.lentOn, returnedOn)
  await endLoan(ctx.db, loanId, returnedOn)
  await auditDossier(ctx, 'returned', dossier, { loanId, returnedOn, dueOn: loan.dueOn })
  return { done: true as const }
}

/** What was lent on a day, as known at a moment: late as on that day. */
export async function listLoans(ctx: Ctx, input: InputOf<Contract['listLoans']>): Promise<AnswerOf<Contract['listLoans']>> {
  const seen = seenBy(ctx, input)
  const organisationId = await organisationAsked(ctx, 'dossiers.readKeeping', input.organisationId)
  if (!organisationId) return { rows: [], total: 0, late: 0 }
  const { rows, total, late } = await listLoansBelow(ctx.db, organisationId, input.state, seen, input)
  return { rows: rows.map((loan) => shownLoan(loan, seen.on)), total, late }
}
