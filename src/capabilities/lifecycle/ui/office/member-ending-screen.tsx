import { useState } from 'react'
import { Basis, Button, clockText, Covered, LinkButton, LoadedPage, Page, Section, StatusMark, SummaryList, useAddress, useAddressState, useDesk, useParams, useRead, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import type { EndingAct } from '../../endings/codes.ts'
import { endingActNames, endingKindNames, endingStageText, strikeOffGroundNames } from '../../endings/messages.vi.ts'
import { lifecycle, ROOM, type EndingsOf, type OpenedEndings } from '../client.ts'
import { word, type EndingWord } from '../endings.vi.ts'
import { capital, word as measureWord } from '../measures.vi.ts'
import { day } from './badge-tables.tsx'
import { ComplainOfEndingForm, DeathForm, DecideEndingForm, DropEndingForm, ResignationForm, ReviewEndingForm, StrikeOffForm, VoteForm } from './ending-forms.tsx'
import { stageShapes } from './endings-screen.tsx'
import { OpenCoveredForm } from './open-covered-form.tsx'
import { TieList } from './tie-list.tsx'

const empty = { viec: '', dong: '' }
type Case = EndingsOf['endings'][number]
type Open = (viec: string, dong: string) => void

const actWords: Partial<Record<EndingAct, EndingWord>> = { cellVote: 'actCellVote', committeeVote: 'actCommitteeVote', decide: 'actDecide', drop: 'actDrop', complain: 'actComplain', uphold: 'actUphold', annul: 'actAnnul' }
const lines = (texts: readonly (string | false | null | undefined)[]) => texts.filter(Boolean).map((text, i) => <div key={i} className="hint">{text}</div>)

function stepText({ act, occurredOn, vote, note }: Case['steps'][number]): string {
  const said = vote ? `${word('stepVote', { inFavour: vote.inFavour, denominator: vote.denominator, required: vote.required, present: vote.present, against: vote.against })}: ${word(vote.outcome)}${vote.resolutionNumber ? `, ${vote.resolutionNumber}` : ''}` : note
  return [`${day(occurredOn)}: ${capital(endingActNames[act])}`, said].filter(Boolean).join(' – ')
}

type Told = OpenedEndings['endings'][number] | undefined

/** A sentence, and what is covered in it once that was opened. */
const withTold = (sentence: string, told: string | null | undefined) => (told ? `${sentence}: ${told}` : sentence)

function reviewText(ending: Case, told: Told): string | false {
  if (!ending.reviewOutcome) return false
  return withTold(word(ending.reviewOutcome, { number: ending.reviewNumber ?? '', day: day(ending.reviewedOn), by: ending.reviewedBy ?? '' }), told?.reviewReason)
}

function caseRows(ending: Case, told: Told): SummaryRow[] {
  return [
    { label: endingKindNames[ending.kind], value: <><StatusMark shape={stageShapes[ending.stage]}>{endingStageText(ending)}</StatusMark>{ending.ground && ` · ${strikeOffGroundNames[ending.ground]}`} {!ending.isCovered ? null : told ? <>· {told.reason}</> : <Covered />}{lines([
      ending.reason, told?.dropped && word('droppedFor', { reason: told.dropped }), ending.since && word('sinceDay', { day: day(ending.since) }), ending.nextDueOn && word('nextDue', { day: day(ending.nextDueOn) }),
      ending.decisionNumber && word('byDecision', { number: ending.decisionNumber, day: day(ending.decidedOn), by: ending.issuedBy ?? '' }), ending.endedOn && word('ended', { day: day(ending.endedOn) }),
      ending.kind === 'strikeOff' && ending.complaintDueOn && word('complaintDue', { day: day(ending.complaintDueOn) }), ending.complainedOn && withTold(word('complained', { day: day(ending.complainedOn) }), told?.complaint), reviewText(ending, told)])}</> },
    { label: word('steps'), value: <>{ending.steps.map((step, i) => <div key={i}>{stepText(step)}</div>)}</> },
    ...(ending.settled.length > 0 ? [{ label: word('settledTitle'), value: <TieList ties={ending.settled} /> }] : []),
  ]
}

function OpenForm({ page, viec, dong, onLeave }: { page: EndingsOf; viec: string; dong: string; onLeave: () => void }) {
  const { may } = page
  const ending = page.endings.find(({ id }) => id === dong)
  const can = (act: EndingAct) => ending?.acts.includes(act)
  switch (viec) {
    case 'xoa-ten': return may.open && <StrikeOffForm page={page} onLeave={onLeave} />
    case 'xin-ra': return may.open && <ResignationForm page={page} onLeave={onLeave} />
    case 'tu-tran': return may.death && <DeathForm page={page} onLeave={onLeave} />
    case 'cellVote': return ending && can('cellVote') && <VoteForm ending={ending} level="cell" onLeave={onLeave} />
    case 'committeeVote': return ending && can('committeeVote') && <VoteForm ending={ending} level="committee" onLeave={onLeave} />
    case 'decide': return ending && can('decide') && <DecideEndingForm page={page} ending={ending} onLeave={onLeave} />
    case 'drop': return ending && can('drop') && <DropEndingForm ending={ending} onLeave={onLeave} />
    case 'complain': return ending && can('complain') && <ComplainOfEndingForm ending={ending} onLeave={onLeave} />
    case 'uphold': return ending && can('uphold') && <ReviewEndingForm page={page} ending={ending} outcome="upheld" onLeave={onLeave} />
    case 'annul': return ending && can('annul') && <ReviewEndingForm page={page} ending={ending} outcome="annulled" onLeave={onLeave} />
    default: return null
  }
}

type Rule = EndingsOf['rules']['grounds']
const RuleLine = ({ label, rule }: { label: string; rule: Rule }) => <p className="hint">{label}: {rule.value} <Basis citation={rule.citation} /></p>

function PageActs({ page, open }: { page: EndingsOf; open: Open }) {
  const { may, person } = page
  const isRunning = page.endings.some(({ nextDueOn }) => nextDueOn)
  if (!person.isMember) return null
  return (
    <>
      {may.open && !isRunning && !person.isProbationary && <Button onClick={() => open('xoa-ten', '')}>{word('actStrikeOff')}</Button>}
      {may.open && !isRunning && <Button onClick={() => open('xin-ra', '')}>{word('actResignation')}</Button>}
      {may.death && <Button onClick={() => open('tu-tran', '')}>{word('actDeath')}</Button>}
    </>
  )
}

function EndingPage({ page }: { page: EndingsOf }) {
  const address = useAddress()
  const { asOf, knownAt } = useDesk()
  const [state, set] = useAddressState(empty)
  const open: Open | undefined = asOf || knownAt ? undefined : (viec, dong) => set({ viec, dong })
  const { person, rules } = page
  const [opened, setOpened] = useState<OpenedEndings>()
  const covers = page.endings.some(({ isCovered }) => isCovered)
  const leave = () => set({ viec: '', dong: '' })
  return (
    <Page title={word('pageTitle', { name: person.fullName })} crumbs={[{ label: person.fullName, to: address('member', { id: person.id }) }, { label: word('pageCrumb') }]}
      summary={[[person.cell, person.organisation].filter(Boolean).join(' – '), word(person.isMember ? 'isMember' : 'notMember')].filter(Boolean).join(' · ')} acts={open && <PageActs page={page} open={open} />}
      tools={<><LinkButton to={address('memberCards', { id: person.id })}>{word('cardsPage')}</LinkButton><Button onClick={() => window.print()}>{word('print')}</Button></>}>
      {open && <OpenForm page={page} viec={state.viec} dong={state.dong} onLeave={leave} />}
      {open && covers && state.viec === 'mo' && <OpenCoveredForm call={lifecycle.openEndings} personId={person.id} onLeave={leave} onOpened={(told) => { setOpened(told); leave() }} />}
      {open && covers && (opened
        ? <p className="hint" role="status">{measureWord('opened', { time: clockText(opened.openedAt) })} <Button look="quiet" onClick={() => setOpened(undefined)}>{measureWord('coverAgain')}</Button></p>
        : state.viec !== 'mo' && <p className="hint">{word('coveredNote')} <Button look="quiet" onClick={() => set({ viec: 'mo', dong: '' })}>{measureWord('openIt')}</Button></p>)}
      {!open && covers && <p className="hint">{measureWord('openToday')}</p>}
      {person.isMember && person.isProbationary && <p>{word('probationary')}</p>}
      {page.endings.length === 0 && <p>{word('noEndings')}</p>}
      {page.endings.map((ending) => (
        <Section key={ending.id} title={`${endingKindNames[ending.kind]}, ${day(ending.openedOn)}`} boxed>
          <SummaryList rows={caseRows(ending, opened?.endings.find(({ id }) => id === ending.id))} />
          {open && ending.acts.length > 0 && <p>{ending.acts.map((act) => <span key={act}><Button look={act === ending.acts[0] && ending.nextDueOn ? 'main' : 'quiet'} onClick={() => open(act, ending.id)}>{word(actWords[act]!)}</Button>{' '}</span>)}</p>}
        </Section>
      ))}
      {person.isMember && open && <Section title={word('tiesTitle')} boxed>{page.ties.length > 0 ? <TieList ties={page.ties} /> : <p>{word('tiesNone')}</p>}</Section>}
      <Section title={word('ruleGrounds')} boxed>
        <RuleLine label={word('ruleGrounds')} rule={rules.grounds} /><RuleLine label={word('ruleMonths')} rule={rules.months} /><RuleLine label={word('ruleCell')} rule={rules.cellVote} />
        <RuleLine label={word('ruleCommittee')} rule={rules.committeeVote} /><RuleLine label={word('ruleComplaint')} rule={rules.complaint} />
      </Section>
    </Page>
  )
}

/** How the membership of a person ended or is to end, with the acts. */
export default function MemberEndingScreen() {
  const { id } = useParams()
  const { asOf, knownAt } = useDesk()
  const read = useRead([ROOM, 'endings-of', id, asOf, knownAt], (signal) => lifecycle.findEndings({ personId: id!, ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }, { signal }))
  return <LoadedPage read={read} title={word('title')} isThis={({ person }) => person.id === id}>{(page) => <EndingPage page={page} />}</LoadedPage>
}
