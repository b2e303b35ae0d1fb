import { Button, Columns, LinkButton, Page, Section, useAddress, useAddressState, useDesk, type Crumb } from '../../../../platform/ui-kit/index.ts'
import { endNames } from '../../messages.vi.ts'
import type { Member } from '../client.ts'
import { awayOf, dateText, MemberStatusMark, overlayWords, running } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { MemberAct, type ActName } from './acts/acts.tsx'
import { CoveredPart } from './covered-part.tsx'
import { MemberTimeline } from './member-timeline.tsx'
import { AdmissionFacts, EducationFacts, GeneralFacts, OverlayFacts, PostFacts } from './member-facts.tsx'

const empty = { viec: '', 'chuc-vu': '' }

/** Who reads in the trail what was done to a person. */
const trailReaders = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector']

function useCrumbs(member: Member): Crumb[] {
  const address = useAddress()
  const places = [...member.line].reverse().map((place) => ({ label: place.name, to: address('organisation', { id: place.id }) }))
  return [...places, { label: member.fullName }]
}

/** Status and what lies over it, birth, cell since, party age, numbers. */
function Head({ member }: { member: Member }) {
  const { placement, membership, status } = member
  const post = running(member.posts)[0]
  const overlays = overlayWords(running(member.overlays).map((overlay) => overlay.kind))
  const place = placement && [placement.cell, placement.organisation].filter(Boolean).join(' – ')
  const first = [overlays, post && `${post.positionName} ${post.organisation}`, member.bornOn && word('born', { born: dateText(member.bornOn) }),
    placement && word('since', { cell: place!, day: dateText(placement.from) })].filter(Boolean)
  const basis = membership?.decidedOn ? 'partyAgeBasis' : 'partyAgePapers'
  const second = [member.membershipYears !== null && `${word('partyAge', { n: member.membershipYears })} ${word(basis)}`,
    membership?.cardNumber && word('card', { number: membership.cardNumber }), membership?.historyNumber && word('historyNumber', { number: membership.historyNumber })].filter(Boolean)
  const closed = membership?.endedOn ? endNames[membership.endKind!] : word('notMember')
  return (
    <div className="member-head">
      <div>{status ? <MemberStatusMark status={status} /> : <strong>{closed}</strong>}{first.length > 0 && ` · ${first.join(' · ')}`}</div>
      {second.length > 0 && <div>{second.join(' · ')}</div>}
    </div>
  )
}

const actWords = { 'di-xa': 'actAway', 'da-ve': 'actReturn', 'chuyen-chi-bo': 'actMove', 'ghi-chuc-vu': 'actPost', 'thoi-chuc-vu': 'actEndPost' } as const satisfies Record<ActName, string>

/** Acts that the reader may do on this person as things stand. */
function actsFor(member: Member): ActName[] {
  const { may, isMember } = member
  return [
    ...(may.recordAway && isMember ? [awayOf(member) ? ('da-ve' as const) : ('di-xa' as const)] : []),
    ...(may.recordPost && isMember ? ['ghi-chuc-vu' as const] : []),
    ...(may.move && isMember ? ['chuyen-chi-bo' as const] : []),
  ]
}

/** The page of one person: what happened at the left, what is so at the right, acts as forms in place. */
export function MemberPage({ member }: { member: Member }) {
  const [state, set] = useAddressState(empty)
  const crumbs = useCrumbs(member)
  const address = useAddress()
  const { roleName } = useDesk()
  const acts = actsFor(member)
  const isEndingPost = state.viec === 'thoi-chuc-vu' && member.may.recordPost
  const act = isEndingPost ? 'thoi-chuc-vu' : acts.find((name) => name === state.viec)
  const leave = () => set({ viec: '', 'chuc-vu': '' })
  return (
    <Page title={member.fullName} note={member.otherName && word('otherName', { name: member.otherName })} crumbs={crumbs} summary={<Head member={member} />}
      tools={<Button onClick={() => window.print()}>{word('print')}</Button>}
      related={[
        { label: word('sheet'), to: address('memberSheet', { id: member.id }) },
        { label: word('paperDossier'), to: address('dossier', { id: member.id }) },
        { label: word('partyAgePage'), to: address('partyAge', { id: member.id }) },
        { label: word('cardsPage'), to: address('memberCards', { id: member.id }) },
        { label: word('measuresPage'), to: address('memberMeasures', { id: member.id }) },
        { label: word('endingPage'), to: address('memberEnding', { id: member.id }) },
        ...(trailReaders.includes(roleName ?? '') ? [{ label: word('trail'), to: address('audit', {}, { nguoi: member.id }) }] : []),
      ]}
      acts={!act && <>{acts.map((name) => <Button key={name} onClick={() => set({ viec: name })}>{word(actWords[name])}</Button>)}{member.may.recordAway && <LinkButton to={address('memberSheet', { id: member.id }, { viec: 'de-nghi' })}>{word('proposeCorrection')}</LinkButton>}</>}>
      {act && <MemberAct act={act} member={member} postId={state['chuc-vu']} onLeave={leave} />}
      <Columns
        left={<><Section title={word('timeline')}><MemberTimeline member={member} /></Section><CoveredPart key={member.id} member={member} /></>}
        right={
          <>
            <AdmissionFacts member={member} />
            <GeneralFacts member={member} />
            <EducationFacts member={member} />
            <PostFacts member={member} onEnd={member.may.recordPost ? (postId) => set({ viec: 'thoi-chuc-vu', 'chuc-vu': postId }) : undefined} />
            <OverlayFacts member={member} />
          </>
        }
      />
    </Page>
  )
}
