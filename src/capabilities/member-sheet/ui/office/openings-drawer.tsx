import { Drawer, Loaded, momentText, Timeline, useRead } from '../../../../platform/ui-kit/index.ts'
import type { OpenReason, SecrecyClass } from '../../codes.ts'
import { className } from '../../messages.vi.ts'
import { memberSheet, ROOM } from '../client.ts'
import { lookedAtNames, reasonNames, roleNames, word } from '../words.vi.ts'

type Opening = Awaited<ReturnType<typeof memberSheet.listOpenings>>['rows'][number]

/** Who opened what, when and why, as a line of a timeline. */
export const openingEntry = (each: Opening, i: number) => ({
  id: String(i), day: momentText(each.at), title: each.by,
  note: [roleNames[each.role] ?? each.role, each.what.map((what) => className[what as SecrecyClass] ?? lookedAtNames[what] ?? what).join(', '), each.reason && (reasonNames[each.reason as OpenReason] ?? each.reason), each.note].filter(Boolean).join(' · '),
})

/** Who looked at the covered parts of a sheet. */
export function OpeningsDrawer({ personId, open, onClose }: { personId: string; open: boolean; onClose: () => void }) {
  const read = useRead([ROOM, 'openings', personId], (signal) => memberSheet.listOpenings({ personId }, { signal }), { enabled: open })
  return (
    <Drawer open={open} onClose={onClose} title={word('openings')} note={word('openingsLead')}>
      <Loaded read={read}>{({ rows }) => (rows.length ? <Timeline entries={rows.map(openingEntry)} compact label={word('openings')} /> : <p className="empty">{word('openingsNone')}</p>)}</Loaded>
    </Drawer>
  )
}
