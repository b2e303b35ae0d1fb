import { AppLink, Box, dayText, StatusMark, useAddress } from '../../../../platform/ui-kit/index.ts'
import type { Organisation } from '../client.ts'
import { word } from '../words.vi.ts'

type Alert = Organisation['alerts'][number]
const CELLS_NAMED = 5

function TermAlert({ alert }: { alert: Extract<Alert, { kind: 'termEnding' }> }) {
  const over = alert.daysLeft < 0
  const facts = { term: alert.committee, day: dayText(alert.lastDay), n: Math.abs(alert.daysLeft) }
  return <StatusMark shape={over ? 'late' : 'soon'}>{word(over ? 'alertTermOver' : 'alertTermEnding', facts)}</StatusMark>
}

function SmallCells({ alert, one }: { alert: Extract<Alert, { kind: 'tooFewFullMembers' }>; one: Organisation }) {
  const address = useAddress()
  if (one.isCell) return <StatusMark shape="late">{word('alertOwnSmall', { full: alert.cells[0]?.full ?? 0, required: alert.required })}</StatusMark>
  return (
    <>
      <StatusMark shape="late">{word('alertSmall', { n: alert.cells.length, required: alert.required })}</StatusMark>{' '}
      {alert.cells.slice(0, CELLS_NAMED).map((cell, i) => (
        <span key={cell.id}>{i > 0 && ' · '}<AppLink to={address('organisation', { id: cell.id })}>{word('alertSmallCell', { name: cell.name, full: cell.full })}</AppLink></span>
      ))}
      {alert.cells.length > CELLS_NAMED && ' …'}
    </>
  )
}

/** What needs attention at an organisation, in words. */
export function Alerts({ one }: { one: Organisation }) {
  if (one.alerts.length === 0) return null
  return (
    <Box tone="soon">
      <ul aria-label={word('alertsTitle')}>
        {one.alerts.map((alert) => <li key={alert.kind}>{alert.kind === 'termEnding' ? <TermAlert alert={alert} /> : <SmallCells alert={alert} one={one} />}</li>)}
      </ul>
    </Box>
  )
}
