import { fillIn } from '../../platform/words.ts'
import type { DueItem, Deadlines } from '../reminders/index.ts'
import { dueWords, findingKindNames } from './messages.vi.ts'
import { findingsDue, type Finding } from './queries/inspections.ts'
import { listLoansDue, type Loan } from './queries/loans.ts'

const about = ({ personId, fullName, bornOn, cellId }: Pick<Loan, 'personId' | 'fullName' | 'bornOn' | 'cellId'>) => ({
  personId, personName: fullName, bornYear: bornOn ? Number(bornOn.slice(0, 4)) : null, organisationId: cellId, owner: 'grassrootsCommittee' as const, counting: 'calendar' as const, rule: null,
})

const itemOfLoan = (loan: Loan): DueItem => ({
  ...about(loan), kind: 'dossierLoan', subjectId: loan.id, subjectType: 'dossierLoan', dueOn: loan.dueOn, nextActCode: 'returnLoan', nextAct: fillIn(dueWords.returnLoan, { borrower: loan.borrower }),
})

const itemOfFinding = (finding: Finding): DueItem => ({
  ...about(finding), kind: 'dossierFinding', subjectId: finding.id, subjectType: 'dossierFinding', dueOn: finding.mendBy, nextActCode: 'followUp',
  nextAct: fillIn(dueWords.mendFinding, { kind: findingKindNames[finding.kind].toLowerCase() }),
})

/** Dossiers and papers to be fetched back, and findings of inspections to be mended. */
export const dossiersDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  const wanted = (kind: DueItem['kind']) => !kinds?.length || kinds.includes(kind)
  const loans = wanted('dossierLoan') ? await listLoansDue(ctx.db, until, organisationId, ctx.today) : []
  const findings = wanted('dossierFinding') ? await findingsDue(ctx.db, until, organisationId, ctx.today) : []
  return [...loans.map(itemOfLoan), ...findings.map(itemOfFinding)]
}
