import { momentText } from '../format.ts'
import { StatusMark } from '../status-mark.tsx'
import type { OutboxEntry } from './entry.ts'
import { word } from './words.vi.ts'

/** Waiting, sent or refused, as shape and words. */
export function EntryMark({ entry }: { entry: OutboxEntry }) {
  if (entry.state === 'sent') return <StatusMark shape="done" strong>{word('sent', { moment: momentText(entry.sentAt!) })}</StatusMark>
  return entry.state === 'refused' ? <StatusMark shape="late" strong>{word('refused')}</StatusMark> : <StatusMark shape="today" strong>{word('waiting')}</StatusMark>
}
