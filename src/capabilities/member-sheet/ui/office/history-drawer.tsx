import { Drawer, Timeline } from '../../../../platform/ui-kit/index.ts'
import type { ShownField, ShownList } from '../client.ts'
import { dateText, dayOfMoment, itemName } from '../said.ts'
import { word } from '../words.vi.ts'

export type HistoryOf = { readonly field: ShownField } | { readonly list: ShownList }

type Statement = ShownField['former'][number]

function heldText({ from, lastDay }: Pick<Statement, 'from' | 'lastDay'>): string {
  if (from && lastDay) return word('held', { from: dateText(from), to: dateText(lastDay) })
  return from ? word('heldFrom', { from: dateText(from) }) : lastDay ? word('heldUntil', { to: dateText(lastDay) }) : word('heldAlways')
}

const noteOf = (each: Statement): string => [
  heldText(each), each.basis && word('fromPaper', { paper: each.basis }), each.by ? word('recordedBy', { day: dayOfMoment(each.recordedAt), by: each.by }) : word('recorded', { day: dayOfMoment(each.recordedAt) }),
  each.supersededAt && word('takenBack', { day: dayOfMoment(each.supersededAt) }),
].filter(Boolean).join(' · ')

function entriesOf(of: HistoryOf) {
  if ('field' in of) return of.field.former.map((each, i) => ({ id: String(i), day: dayOfMoment(each.recordedAt), title: each.text ?? word('blank'), note: noteOf(each) }))
  return of.list.former.map((each, i) => ({
    id: String(i), day: dayOfMoment(each.recordedAt), title: each.text, note: [each.basis && word('fromPaper', { paper: each.basis }), word('takenBack', { day: dayOfMoment(each.supersededAt) })].filter(Boolean).join(' · '),
  }))
}

/** What an item said before, and what was taken back: each with its days, its paper and who wrote it. */
export function HistoryDrawer({ of, onClose }: { of: HistoryOf | undefined; onClose: () => void }) {
  const name = of ? itemName('field' in of ? of.field.key : of.list.key) : ''
  const entries = of ? entriesOf(of) : []
  return (
    <Drawer open={of !== undefined} onClose={onClose} title={word('historyOf', { item: name })}>
      {entries.length ? <Timeline entries={entries} compact label={word('history')} /> : <p className="empty">{word('historyNone')}</p>}
    </Drawer>
  )
}
