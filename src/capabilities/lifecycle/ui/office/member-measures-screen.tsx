import { useState } from 'react'
import { Basis, Button, clockText, Covered, LoadedPage, Page, Section, StatusMark, SummaryList, useAddress, useAddressState, useDesk, useIsPast, useParams, useRead, type StatusShape, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import type { MeasureState } from '../../codes.ts'
import { exemptionGroundNames, measureNames, measureStateNames, suspensionGroundNames } from '../../messages.vi.ts'
import { lifecycle, ROOM, type MeasuresOf, type OpenedMeasures } from '../client.ts'
import { capital, word } from '../measures.vi.ts'
import { ExemptForm, ExtendForm, LiftForm, ReturnForm, SuspendForm } from './absence-forms.tsx'
import { day } from './badge-tables.tsx'
import { ComplaintForm, DisciplineForm, ReviewForm } from './discipline-forms.tsx'
import { dayBefore } from './day-before.ts'
import { OpenCoveredForm } from './open-covered-form.tsx'

const empty = { viec: '', dong: '' }
const shapes: Readonly<Record<MeasureState, StatusShape>> = { running: 'today', ended: 'done', annulled: 'unclear' }

type Open = (viec: string, dong: string) => void
type Rows = { page: MeasuresOf; mayAct: boolean; open: Open; opened: OpenedMeasures | undefined }

/** A sentence, and what is covered in it once that was opened. */
const withTold = (sentence: string, told: string | null | undefined) => (told ? `${sentence}: ${told}` : sentence)

const lines = (texts: readonly (string | false | null | undefined)[]) => texts.filter(Boolean).map((text, i) => <div key={i} className="hint">{text}</div>)

function disciplineRow(row: MeasuresOf['disciplines'][number], { page, mayAct, open, opened }: Rows): SummaryRow {
  const effect = row.effectUntil ? word('effect', { from: day(row.effectiveOn), until: day(dayBefore(row.effectUntil)) }) : word('effectFrom', { from: day(row.effectiveOn) })
  const told = opened?.disciplines.find(({ id }) => id === row.id)
  const review = row.reviewNumber && withTold(word(row.state === 'annulled' ? 'annulled' : 'upheld', { number: row.reviewNumber, day: day(row.reviewedOn), by: row.reviewedBy ?? '' }), told?.reviewReason)
  const stands = row.state !== 'annulled'
  return {
    label: capital(measureNames[row.measure]),
    value: <><StatusMark shape={shapes[row.state]}>{measureStateNames[row.state]}</StatusMark> {told?.ground ?? <Covered />}{lines([
      word('byDecision', { number: row.decisionNumber, day: day(row.decidedOn), by: row.issuedBy }), `${effect}; ${word('complaintDue', { day: day(row.complaintDueOn) })}`,
      row.complainedOn && withTold(word('complained', { day: day(row.complainedOn) }), told?.complaint), review])}</>,
    act: mayAct && stands && <>
      {page.may.complain && !row.complainedOn && <Button look="quiet" onClick={() => open('khieu-nai', row.id)}>{word('actComplain')}</Button>}{' '}
      {page.may.review && <Button look="quiet" onClick={() => open('giai-quyet', row.id)}>{word('actReview')}</Button>}
    </>,
  }
}

function suspensionRow(row: MeasuresOf['suspensions'][number], { page, mayAct, open, opened }: Rows): SummaryRow {
  const told = opened?.suspensions.find(({ id }) => id === row.id)
  const state = row.liftedOn ? 'ended' : 'running'
  return {
    label: suspensionGroundNames[row.ground],
    value: <><StatusMark shape={shapes[state]}>{measureStateNames[state]}</StatusMark> {told?.reason ?? <Covered />}{lines([
      word('byDecision', { number: row.decisionNumber, day: day(row.decidedOn), by: row.issuedBy }), row.lastDay ? word('fromTo', { from: day(row.from), until: day(row.lastDay) }) : word('fromOpen', { from: day(row.from) }),
      row.extensionNumber && word('extended', { number: row.extensionNumber, day: day(row.extendedOn) }), row.liftedOn && withTold(word('lifted', { day: day(row.liftedOn) }), told?.liftingReason)])}</>,
    act: mayAct && page.may.suspend && !row.liftedOn && <>
      {row.lastDay && <Button look="quiet" onClick={() => open('gia-han', row.id)}>{word('actExtend')}</Button>}{' '}
      <Button look="quiet" onClick={() => open('cho-sinh-hoat-lai', row.id)}>{word('actLift')}</Button>
    </>,
  }
}

function exemptionRow(row: MeasuresOf['exemptions'][number], { page, mayAct, open }: Rows): SummaryRow {
  const state = row.returnedOn ? 'ended' : 'running'
  return {
    label: exemptionGroundNames[row.ground],
    value: <><StatusMark shape={shapes[state]}>{measureStateNames[state]}</StatusMark> {word('fromOnly', { from: day(row.from) })}{lines([
      word('byResolution', { number: row.resolution, day: day(row.decidedOn) }), row.note, row.returnedOn && word('returned', { day: day(row.returnedOn), basis: row.returnBasis ?? '' })])}</>,
    act: mayAct && page.may.exempt && !row.returnedOn && page.person.status === 'exempt' && <Button look="quiet" onClick={() => open('sinh-hoat-lai', row.id)}>{word('actReturn')}</Button>,
  }
}

function OpenForm({ page, viec, dong, onLeave }: { page: MeasuresOf; viec: string; dong: string; onLeave: () => void }) {
  const discipline = page.disciplines.find(({ id }) => id === dong)
  const suspension = page.suspensions.find(({ id }) => id === dong)
  const exemption = page.exemptions.find(({ id }) => id === dong)
  switch (viec) {
    case 'ky-luat': return page.may.discipline && <DisciplineForm page={page} onLeave={onLeave} />
    case 'dinh-chi': return page.may.suspend && <SuspendForm personId={page.person.id} onLeave={onLeave} />
    case 'mien': return page.may.exempt && <ExemptForm page={page} onLeave={onLeave} />
    case 'khieu-nai': return discipline && page.may.complain && <ComplaintForm discipline={discipline} onLeave={onLeave} />
    case 'giai-quyet': return discipline && page.may.review && <ReviewForm discipline={discipline} onLeave={onLeave} />
    case 'gia-han': return suspension && page.may.suspend && <ExtendForm suspension={suspension} onLeave={onLeave} />
    case 'cho-sinh-hoat-lai': return suspension && page.may.suspend && <LiftForm suspension={suspension} onLeave={onLeave} />
    case 'sinh-hoat-lai': return exemption && page.may.exempt && <ReturnForm exemption={exemption} onLeave={onLeave} />
    default: return null
  }
}

type Rule = MeasuresOf['rules']['effect']
const RuleLine = ({ label, rule }: { label: string; rule: Rule }) => <p className="hint">{label}: {rule.value} <Basis citation={rule.citation} /></p>

function MeasuresPage({ page }: { page: MeasuresOf }) {
  const address = useAddress()
  const [state, set] = useAddressState(empty)
  const mayAct = !useIsPast()
  const { may, person, rules } = page
  const [opened, setOpened] = useState<OpenedMeasures>()
  const given: Rows = { page, mayAct, open: (viec, dong) => set({ viec, dong }), opened }
  const covers = page.disciplines.length + page.suspensions.length > 0
  const leave = () => set({ viec: '', dong: '' })
  const active = person.status === 'full' || person.status === 'probationary'
  return (
    <Page title={word('pageTitle', { name: person.fullName })} summary={[person.cell, person.organisation].filter(Boolean).join(' – ')} crumbs={[{ label: person.fullName, to: address('member', { id: person.id }) }, { label: word('pageCrumb') }]}
      acts={<>{may.discipline && person.status && <Button onClick={() => set({ viec: 'ky-luat', dong: '' })}>{word('actDiscipline')}</Button>}
        {may.suspend && (active || person.status === 'exempt') && <Button onClick={() => set({ viec: 'dinh-chi', dong: '' })}>{word('actSuspend')}</Button>}
        {may.exempt && person.status === 'full' && <Button onClick={() => set({ viec: 'mien', dong: '' })}>{word('actExempt')}</Button>}</>}
      tools={<Button onClick={() => window.print()}>{word('print')}</Button>}>
      {mayAct && <OpenForm page={page} viec={state.viec} dong={state.dong} onLeave={leave} />}
      {mayAct && covers && state.viec === 'mo' && <OpenCoveredForm call={lifecycle.openMeasures} personId={person.id} onLeave={leave} onOpened={(told) => { setOpened(told); leave() }} />}
      {mayAct && covers && (opened
        ? <p className="hint" role="status">{word('opened', { time: clockText(opened.openedAt) })} <Button look="quiet" onClick={() => setOpened(undefined)}>{word('coverAgain')}</Button></p>
        : state.viec !== 'mo' && <p className="hint">{word('coveredNote')} <Button look="quiet" onClick={() => set({ viec: 'mo', dong: '' })}>{word('openIt')}</Button></p>)}
      {!mayAct && covers && <p className="hint">{word('openToday')}</p>}
      <Section title={word('disciplines')} boxed>
        {page.disciplines.length ? <SummaryList rows={page.disciplines.map((row) => disciplineRow(row, given))} /> : <p>{word('noDisciplines')}</p>}
        <RuleLine label={word('ruleEffect')} rule={rules.effect} /><RuleLine label={word('ruleComplaint')} rule={rules.complaint} />
      </Section>
      <Section title={word('suspensions')} boxed>
        {page.suspensions.length ? <SummaryList rows={page.suspensions.map((row) => suspensionRow(row, given))} /> : <p>{word('noSuspensions')}</p>}
        <RuleLine label={word('ruleTerm')} rule={rules.suspension} />
      </Section>
      <Section title={word('exemptions')} boxed>
        {page.exemptions.length ? <SummaryList rows={page.exemptions.map((row) => exemptionRow(row, given))} /> : <p>{word('noExemptions')}</p>}
        <RuleLine label={word('ruleGrounds')} rule={rules.exemption} />
      </Section>
    </Page>
  )
}

/** Discipline, suspension and exemption of a member, with the acts on them. */
export default function MemberMeasuresScreen() {
  const { id } = useParams()
  const { asOf, knownAt } = useDesk()
  const read = useRead([ROOM, 'measures-of', id, asOf, knownAt], (signal) => lifecycle.findMeasures({ personId: id!, ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }, { signal }))
  return <LoadedPage read={read} title={word('title')} isThis={({ person }) => person.id === id}>{(page) => <MeasuresPage page={page} />}</LoadedPage>
}
