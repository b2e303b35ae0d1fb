import { AppLink, countText, DataTable, momentText, Section, SummaryList, useAddress, type Column, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import type { PlanPage } from '../client.ts'
import { day } from '../marks.tsx'
import { word } from '../words.vi.ts'

type Carried = PlanPage['carried'][number]
type Saving = PlanPage['savings'][number]

/** What is known of a plan as a paper: decision, day, what it countermands. */
export function PlanSummary({ plan }: { plan: PlanPage }) {
  const address = useAddress()
  const link = ({ id, title }: { id: string; title: string }) => <AppLink to={address('reorganisation', { id })}>{title}</AppLink>
  const rows: SummaryRow[] = [
    { label: word('root'), value: plan.organisation },
    ...(plan.decisionNumber ? [{ label: word('colDecision'), value: word('decisionLine', { number: plan.decisionNumber, day: day(plan.decidedOn), by: plan.issuedBy ?? '' }) }] : []),
    ...(plan.kindName ? [{ label: word('kind'), value: plan.kindName }] : []),
    ...(!plan.inForceAt && plan.effectiveOn ? [{ label: word('effectiveOn'), value: day(plan.effectiveOn) }] : []),
    ...(plan.inForceAt ? [{ label: word('effectiveOn'), value: word('effectLine', { day: day(plan.effectiveOn) }), note: word('inForceLine', { at: momentText(plan.inForceAt) }) }] : []),
    ...(plan.undoneAt ? [{ label: word('undo'), value: word('undoneNote', { at: momentText(plan.undoneAt), reason: plan.undoneReason ?? '' }) }] : []),
    ...(plan.counters ? [{ label: word('counters'), value: link(plan.counters) }] : []), ...(plan.counteredBy ? [{ label: word('counteredBy'), value: link(plan.counteredBy) }] : []),
  ]
  return <SummaryList rows={rows} />
}

/** What was handed over, with the minutes of each pair of organisations. */
export function Handover({ plan }: { plan: PlanPage }) {
  const address = useAddress()
  const minutes = (row: Carried) => address('reorganisationMinutes', { id: plan.id }, { tu: row.fromId, den: row.toId })
  const columns: Column<Carried>[] = [
    { id: 'kind', title: word('colKind'), width: '24%', cell: (row) => row.kindName }, { id: 'from', title: word('colFrom'), width: '28%', cell: (row) => row.from }, { id: 'to', title: word('colInto'), width: '28%', cell: (row) => row.to },
    { id: 'count', title: word('colCount'), number: true, cell: (row) => countText(row.count) },
    { id: 'minutes', title: word('minutes'), tight: true, cell: (row) => <AppLink to={minutes(row)} aria-label={`${word('openMinutes')}: ${row.kindName}, ${row.from}`}>{word('openMinutes')}</AppLink> },
  ]
  return <Section title={word('handover')}><DataTable caption={word('handover')} columns={columns} rows={plan.carried} rowKey={(row) => `${row.kind} ${row.fromId} ${row.toId}`} empty={word('handoverEmpty')} total={plan.carried.length} /></Section>
}

/** Who saved the plan, and when. */
export function Savings({ plan }: { plan: PlanPage }) {
  const columns: Column<Saving>[] = [
    { id: 'version', title: word('colVersion'), number: true, cell: (row) => row.version }, { id: 'by', title: word('colBy'), width: '40%', cell: (row) => row.savedBy ?? word('byMachine') }, { id: 'at', title: word('colAt'), cell: (row) => momentText(row.savedAt) },
  ]
  return <Section title={word('history')}><DataTable caption={word('history')} columns={columns} rows={plan.savings} rowKey={(row) => String(row.version)} /></Section>
}
