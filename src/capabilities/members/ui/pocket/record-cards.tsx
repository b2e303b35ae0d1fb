import { lazy, Suspense, type ReactNode } from 'react'
import { phoneText, PocketCard, PocketRows } from '../../../../platform/ui-kit/index.ts'
import { endNames, fieldNames, sexNames, statusNames } from '../../messages.vi.ts'
import type { Member } from '../client.ts'
import { awayOf, dateText } from '../marks.tsx'
import { word } from '../words.vi.ts'

const CoveredEvents = lazy(() => import('./covered-events.tsx'))

type Row = { label: ReactNode; value: ReactNode }

/** Status, party age and cell: the lines under the name. */
export function RecordLead({ member }: { member: Member }) {
  const { placement, membership, membershipYears } = member
  const status = member.status ? statusNames[member.status] : membership?.endKind ? endNames[membership.endKind] : word('notMember')
  return (
    <>
      <p>{membershipYears === null ? status : word('pocketStatusLine', { status, n: membershipYears })}</p>
      {placement && <p>{[placement.cell, placement.organisation].filter(Boolean).join(' – ')}</p>}
    </>
  )
}

function admissionRows({ membership }: Member): Row[] {
  if (!membership) return []
  return [
    { label: word('decidedOn'), value: dateText(membership.decidedOn) },
    { label: word('ceremonyOn'), value: dateText(membership.ceremonyOn) },
    { label: word('confirmedOn'), value: membership.confirmedOn ? dateText(membership.confirmedOn) : word('notConfirmed') },
  ]
}

function generalRows(member: Member): Row[] {
  const fields = ['otherName', 'ethnicity', 'religion', 'nativePlace', 'residence', 'generalEducation', 'profession', 'politicalTheory', 'occupation'] as const
  return [
    { label: fieldNames.bornOn, value: dateText(member.bornOn) },
    ...(member.sex ? [{ label: fieldNames.sex, value: sexNames[member.sex] }] : []),
    ...fields.flatMap((field) => (member[field] ? [{ label: fieldNames[field], value: member[field] }] : [])),
    ...(member.membership?.cardNumber ? [{ label: word('columnCard'), value: member.membership.cardNumber }] : []),
    ...(member.identityMasked ? [{ label: fieldNames.identityNumber, value: member.identityMasked }] : []),
    ...(member.phone ? [{ label: fieldNames.phone, value: <a href={`tel:${member.phone.replace(/[^\d+]/g, '')}`}>{phoneText(member.phone)}</a> }] : []),
  ]
}

/** A part that is folded until it is asked for. */
function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="pocket-card">
      <summary><h2 className="pocket-fold">{title}</h2></summary>
      {children}
    </details>
  )
}

/** The days of admission, then the parts of the record, folded. */
export function RecordCards({ member }: { member: Member }) {
  const away = awayOf(member)
  const admission = admissionRows(member)
  const covered = member.timeline.filter(({ kind }) => kind === 'covered').length
  return (
    <>
      {away && <PocketCard><p>{word('awayNow', { since: dateText(away.since ?? away.from), place: away.place ?? word('unknown') })}</p></PocketCard>}
      {admission.length > 0 && <PocketCard><PocketRows rows={admission} /></PocketCard>}
      <Folded title={word('pocketFacts')}><PocketRows rows={generalRows(member)} /></Folded>
      <Folded title={word('pocketTimeline')}>
        <PocketRows rows={member.timeline.map((event) => ({ label: dateText(event.on), value: event.title }))} />
        {covered > 0 && <Suspense><CoveredEvents key={member.id} member={member} count={covered} /></Suspense>}
      </Folded>
    </>
  )
}
