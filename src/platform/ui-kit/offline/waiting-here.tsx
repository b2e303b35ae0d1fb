import { AppLink } from '../app-link.tsx'
import { useConnection } from '../pocket/connection.ts'
import { PocketCard } from '../pocket/pocket-card.tsx'
import type { OutboxEntry } from './entry.ts'
import { EntryMark } from './entry-mark.tsx'
import { useEntries } from './phone.ts'
import { word } from './words.vi.ts'

const isOpen = ({ state }: OutboxEntry) => state !== 'sent'

/** What was made on this phone about the subject of the page and has not been taken in, so that nobody does it twice. */
export default function WaitingHere({ subject }: { subject: string }) {
  const entries = useEntries().filter((entry) => entry.subject?.id === subject && isOpen(entry))
  const to = useConnection()?.to
  if (entries.length === 0) return null
  return (
    <PocketCard first title={word('here')}>
      {entries.map((entry) => (
        <p key={entry.id}><EntryMark entry={entry} /> {to ? <AppLink to={to}>{entry.title}</AppLink> : entry.title}</p>
      ))}
    </PocketCard>
  )
}
