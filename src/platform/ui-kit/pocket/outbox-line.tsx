import { AppLink } from '../app-link.tsx'
import { clockText, countText } from '../format.ts'
import { say } from '../say.ts'
import type { Connection } from './connection.ts'

/** The connection in words, never as a sign alone. */
export function connectionText({ online, waiting, failed, sentAt }: Connection): string {
  if (failed > 0) return say('m.sync.failed', { n: countText(failed) })
  if (!online) return waiting > 0 ? say('m.sync.waiting', { n: countText(waiting) }) : say('m.sync.offline')
  if (waiting > 0) return say('m.sync.sending', { n: countText(waiting) })
  return sentAt ? say('m.sync.done', { time: clockText(sentAt) }) : say('m.sync.doneNoTime')
}

/** “Đã gửi hết · 08:15”; a link to the outbox where there is something to look at. */
export function OutboxLine({ connection }: { connection: Connection }) {
  const { waiting, failed, sentAt, to } = connection
  const text = connectionText(connection)
  const toSee = waiting + failed > 0 || sentAt !== undefined
  return <p className="outbox-line" role="status">{toSee && to ? <AppLink to={to}>{text}</AppLink> : text}</p>
}
