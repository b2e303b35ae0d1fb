import { useState } from 'react'
import { Button, clockText, PocketRows, useIsPast } from '../../../../platform/ui-kit/index.ts'
import type { Member } from '../client.ts'
import { dateText } from '../marks.tsx'
import { RevealForm, useRevealed } from '../reveal.tsx'
import { word } from '../words.vi.ts'

/** Says how many events are covered and of which kind; opens them in place for a reason that is written down. */
export default function CoveredEvents({ member, count }: { member: Member; count: number }) {
  const isPast = useIsPast()
  const [asks, setAsks] = useState(false)
  const [opened, setOpened] = useRevealed()
  if (opened)
    return (
      <>
        <PocketRows rows={opened.events.map(({ on, title, basis, detail }) => ({
          label: dateText(on), value: <>{title}{[basis, detail].map((line) => line && <p key={line} className="pocket-note">{line}</p>)}</> }))} />
        <p className="pocket-note" role="status">{word('revealed', { time: clockText(opened.openedAt) })}</p>
        <Button onClick={() => { setOpened(undefined); setAsks(false) }}>{word('cover')}</Button>
      </>
    )
  const isOffered = member.may.reveal && !isPast
  return (
    <>
      <p>{word('coveredCount', { n: count })}</p>
      {!isOffered && <p className="pocket-note">{word(isPast ? 'revealToday' : 'revealElsewhere')}</p>}
      {isOffered && (asks ? <RevealForm id={member.id} label={word('revealEvents')} onOpened={setOpened} /> : <Button onClick={() => setAsks(true)}>{word('revealEvents')}</Button>)}
    </>
  )
}
