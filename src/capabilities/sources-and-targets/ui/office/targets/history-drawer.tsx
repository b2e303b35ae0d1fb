import { addDays, type PlainDate } from '../../../../../kernel/index.ts'
import { countText, dayText, Drawer, Loaded, momentText, StatusMark, useDesk, useRead } from '../../../../../platform/ui-kit/index.ts'
import { measureNames } from '../../../messages.vi.ts'
import { ROOM, sourcesAndTargets, useViewed, type GivenTarget } from './client.ts'
import { word } from './words.vi.ts'

const dayOfMoment = (moment: string) => momentText(moment).split(', ')[1]!

function Given({ target }: { target: GivenTarget }) {
  const { today, asOf } = useDesk()
  const on = asOf ?? today
  const until = dayText(addDays(target.until as PlainDate, -1))
  return (
    <li>
      <strong>{measureNames[target.measure]}: {countText(target.value)}</strong> · {dayText(target.from as PlainDate)} – {until}
      <span className="hint">{word('basis', { basis: target.basis })} {word('historyRecorded', { day: dayOfMoment(target.recordedAt) })}</span>
      {target.supersededAt
        ? <StatusMark shape="dropped" plain>{word('historyUntil', { day: dayOfMoment(target.supersededAt) })}</StatusMark>
        : target.from <= on && on < target.until && <StatusMark shape="done" plain>{word('historyNow')}</StatusMark>}
    </li>
  )
}

function History({ organisationId }: { organisationId: string }) {
  const viewed = useViewed()
  const read = useRead([ROOM, 'given', organisationId], (signal) => sourcesAndTargets.listTargets({ organisationId, ...viewed }, { signal }))
  return (
    <Loaded read={read}>
      {({ rows }) => (rows.length === 0 ? <p>{word('historyNone')}</p> : <ol className="targets-history">{rows.map((target) => <Given key={target.id} target={target} />)}</ol>)}
    </Loaded>
  )
}

/** All targets an organisation was given, earlier ones with the day on which they were replaced. */
export function HistoryDrawer({ opened, onClose }: { opened: { organisationId: string; shortName: string } | undefined; onClose: () => void }) {
  return (
    <Drawer open={opened !== undefined} onClose={onClose} title={opened ? word('historyTitle', { name: opened.shortName }) : ''}>
      {opened && <History key={opened.organisationId} organisationId={opened.organisationId} />}
    </Drawer>
  )
}
