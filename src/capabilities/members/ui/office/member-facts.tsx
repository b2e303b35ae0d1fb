import { AppLink, Button, phoneText, Section, SummaryList, useAddress, useIsPast, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import { endNames, fieldNames, overlayNames, sexNames } from '../../messages.vi.ts'
import type { Member, Overlay } from '../client.ts'
import { dateText, spanText } from '../marks.tsx'
import { word } from '../words.vi.ts'

type Spell = Member['memberships'][number]

function spellRows(spell: Spell): SummaryRow[] {
  return [
    { label: word('decidedOn'), value: dateText(spell.decidedOn), ...(spell.decisionNumber ? { note: spell.decisionNumber } : {}) },
    { label: word('ceremonyOn'), value: dateText(spell.ceremonyOn) },
    ...(spell.admittedOn && spell.admittedOn !== spell.ceremonyOn ? [{ label: word('admittedOn'), value: dateText(spell.admittedOn) }] : []),
    { label: word('confirmedOn'), value: spell.confirmedOn ? dateText(spell.confirmedOn) : word('notConfirmed') },
    ...(spell.confirmationSignedOn ? [{ label: word('signedOn'), value: dateText(spell.confirmationSignedOn), ...(spell.confirmationNumber ? { note: spell.confirmationNumber } : {}) }] : []),
    ...(spell.endedOn ? [{ label: endNames[spell.endKind!], value: word('ended', { day: dateText(spell.endedOn) }), ...(spell.endBasis ? { note: spell.endBasis } : {}) }] : []),
  ]
}

/** The four days of admission, of every spell of membership. */
export function AdmissionFacts({ member }: { member: Member }) {
  return member.memberships.map((spell, i) => (
    <Section key={spell.id} title={i === 0 ? word('admission') : word('secondSpell', { n: spell.ordinal })} boxed>
      <SummaryList rows={spellRows(spell)} />
    </Section>
  ))
}

const filled = (rows: readonly [keyof typeof fieldNames, string | null][]): SummaryRow[] => rows.flatMap(([field, value]) => (value ? [{ label: fieldNames[field], value }] : []))

export function GeneralFacts({ member }: { member: Member }) {
  const strict = (value: string | null) => (member.strictClassCovered ? word('strictCovered') : (value ?? word('unknown')))
  const rows: SummaryRow[] = [
    { label: fieldNames.bornOn, value: dateText(member.bornOn) },
    { label: fieldNames.sex, value: member.sex ? sexNames[member.sex] : word('unknown') },
    { label: fieldNames.ethnicity, value: strict(member.ethnicity) },
    { label: fieldNames.religion, value: strict(member.religion) },
    ...filled([['otherName', member.otherName], ['nativePlace', member.nativePlace], ['residence', member.residence], ['occupation', member.occupation]]),
    ...(member.phone ? [{ label: fieldNames.phone, value: phoneText(member.phone) }] : []),
    ...filled([['note', member.note]]),
  ]
  return <Section title={word('general')} boxed><SummaryList rows={rows} /></Section>
}

export function EducationFacts({ member }: { member: Member }) {
  const rows = filled([['generalEducation', member.generalEducation], ['profession', member.profession], ['politicalTheory', member.politicalTheory]])
  return rows.length > 0 && <Section title={word('education')} boxed><SummaryList rows={rows} /></Section>
}

/** Posts, newest first; a running one can be ended. */
export function PostFacts({ member, onEnd }: { member: Member; onEnd: ((postId: string) => void) | undefined }) {
  const address = useAddress()
  const isPast = useIsPast()
  if (member.posts.length === 0) return null
  const rows = [...member.posts].reverse().map((post) => ({
    label: spanText(post), value: <>{post.positionName} <AppLink to={address('organisation', { id: post.organisationId })}>{post.organisation}</AppLink></>,
    ...(post.basis ? { note: post.basis } : {}),
    ...(onEnd && !isPast && post.lastDay === null ? { act: <Button look="quiet" onClick={() => onEnd(post.id)}>{word('actEndPost')}</Button> } : {}),
  }))
  return <Section title={word('posts')} boxed><SummaryList rows={rows} /></Section>
}

const overlayNote = (overlay: Overlay): string => [
  overlay.occupation, overlay.phone && phoneText(overlay.phone), overlay.excusedUntil && word('awayUntil', { day: dateText(overlay.excusedUntil) }),
  overlay.contactName && word('awayContactIs', { name: overlay.contactName }), overlay.note,
].filter(Boolean).join(' · ')

/** Away, hosted, temporarily elsewhere: each with its days. */
export function OverlayFacts({ member }: { member: Member }) {
  if (member.overlays.length === 0) return null
  const rows = [...member.overlays].reverse().map((overlay) => ({
    label: spanText(overlay), value: [overlayNames[overlay.kind], overlay.place].filter(Boolean).join(': '), ...(overlayNote(overlay) ? { note: overlayNote(overlay) } : {}),
  }))
  return <Section title={word('overlays')} boxed><SummaryList rows={rows} /></Section>
}
