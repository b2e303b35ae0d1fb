import { Suspense, useState, type ComponentType } from 'react'
import { Button, LinkButton } from '../button.tsx'
import { momentText } from '../format.ts'
import { PocketCard, PocketRows } from '../pocket/pocket-card.tsx'
import { RefusalBox } from '../refusal-box.tsx'
import type { OutboxEntry } from './entry.ts'
import { EntryMark } from './entry-mark.tsx'
import { useEntries, usePhone } from './phone.ts'
import { word } from './words.vi.ts'

/** What the server holds now beside an entry that met a newer version; may send it again on that version. */
export type OtherSide = ComponentType<{ entry: OutboxEntry; onResend: (version: number) => void }>
/** By the kind of subject; fetched when one is shown. */
export type OtherSides = Readonly<Record<string, OtherSide>>

function Drop({ entry }: { entry: OutboxEntry }) {
  const phone = usePhone()
  const [sure, setSure] = useState(false)
  if (entry.state === 'sent') return <Button onClick={() => void phone?.drop(entry.id)}>{word('hide')}</Button>
  if (!sure) return <Button onClick={() => setSure(true)}>{word('drop')}</Button>
  return (
    <>
      <p role="status">{word('dropSure')}</p>
      <Button onClick={() => void phone?.drop(entry.id)}>{word('drop')}</Button>
      <Button onClick={() => setSure(false)}>{word('keep')}</Button>
    </>
  )
}

/** Mine beside theirs; without a view of its own the refusal says what is known. */
function Conflict({ entry, sides }: { entry: OutboxEntry; sides: OtherSides }) {
  const phone = usePhone()
  const Side = entry.subject && sides[entry.subject.kind]
  if (!Side) return null
  return (
    <Suspense>
      <h3>{word('theirs')}</h3>
      <Side entry={entry} onResend={(version) => void phone?.sendAgain(entry.id, version)} />
    </Suspense>
  )
}

function EntryCard({ entry, sides }: { entry: OutboxEntry; sides: OtherSides }) {
  const phone = usePhone()
  const refused = entry.state === 'refused'
  return (
    <PocketCard mark={<EntryMark entry={entry} />} title={entry.title} note={word('made', { moment: momentText(entry.madeAt) })}>
      {refused && <RefusalBox still reasons={entry.reasons ?? []} />}
      {entry.isConflict && <h3>{word('mine')}</h3>}
      <PocketRows rows={entry.rows} />
      {refused && entry.isConflict && <Conflict entry={entry} sides={sides} />}
      {refused && !entry.isConflict && (
        <>
          <Button onClick={() => void phone?.sendAgain(entry.id)}>{word('again')}</Button>
          <LinkButton to={entry.page}>{word('open')}</LinkButton>
        </>
      )}
      {entry.state !== 'waiting' && <Drop entry={entry} />}
    </PocketCard>
  )
}

/** Everything made on this phone, newest first: what waits, what was sent, what was refused and why. */
export function OutboxList({ sides }: { sides: OtherSides }) {
  const phone = usePhone()
  const entries = [...useEntries()].reverse()
  if (entries.length === 0) return <p className="empty">{word('empty')}</p>
  return (
    <>
      <p>{word('lead')}</p>
      {entries.some(({ state }) => state === 'waiting') && <Button look="main" onClick={() => void phone?.send()}>{word('send')}</Button>}
      {entries.map((entry) => <EntryCard key={entry.id} entry={entry} sides={sides} />)}
    </>
  )
}
