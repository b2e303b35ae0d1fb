import type { PlainDate } from '../../../../kernel/index.ts'
import { Basis, dayText, Drawer, DueWords, Loaded, say, SummaryList, Timeline, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import { kindNames, ownerNames } from '../../messages.vi.ts'
import { reminders, ROOM, type WorkRow } from '../client.ts'
import { dueOf, placeName, subjectName } from '../work-row.ts'
import { word } from '../words.vi.ts'

function History({ row }: { row: WorkRow }) {
  const read = useRead([ROOM, 'history', row.subjectId], (signal) => reminders.listHistory({ subjectId: row.subjectId }, { signal }))
  return (
    <Loaded read={read} lines={2}>
      {({ rows }) => {
        const entries = rows.filter(({ kind }) => kind === row.kind).map((reminder, i) => ({
          id: String(i), day: dayText(reminder.on as PlainDate),
          title: word('wayLine', { way: word(reminder.way === 'sent' ? 'waySent' : 'wayPrinted'), act: reminder.nextAct }),
          note: word('wayNote', { day: dayText(reminder.dueOn as PlainDate), person: reminder.byName ?? say('ui.number.unknown') }),
        }))
        return entries.length ? <Timeline entries={entries} compact label={word('moreHistory')} /> : <p className="hint">{word('moreNoHistory')}</p>
      }}
    </Loaded>
  )
}

/** What a row rests on: the clause that sets the limit, and when somebody was reminded. */
export function WorkDrawer({ row, onClose }: { row: WorkRow | undefined; onClose: () => void }) {
  const { today } = useDesk()
  return (
    <Drawer open={row !== undefined} onClose={onClose} title={row ? subjectName(row) : ''} note={row && `${kindNames[row.kind]} · ${placeName(row)}`}>
      {row && (
        <>
          <SummaryList rows={[
            { label: word('columnDue'), value: <DueWords due={dueOf(row, today)} /> },
            { label: word('columnNext'), value: row.nextAct },
            { label: word('columnOwner'), value: ownerNames[row.owner] },
            { label: word('moreBasis'), value: row.rule ? <>{row.rule.value} – <Basis citation={row.rule.source} /></> : word('moreNoBasis') },
          ]} />
          <h3>{word('moreHistory')}</h3>
          <History row={row} />
        </>
      )}
    </Drawer>
  )
}
