import '../reorganisation.css'
import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, DayField, FailureBox, Loaded, Page, say, Section, Tabs, TextField, useAct, useAddress, useAddressState, useParams, useViewed, useRead, useTell } from '../../../../platform/ui-kit/index.ts'
import { reorganisation, ROOM, type Content, type PlanPage, type Unit } from '../client.ts'
import { StateMark } from '../marks.tsx'
import { word, type Word } from '../words.vi.ts'
import type { Draft } from './draft.ts'
import { Founded } from './founded.tsx'
import { Picture } from './picture.tsx'
import { DecideForm, PlainActs, UndoForm } from './plan-acts.tsx'
import { Handover, PlanSummary, Savings } from './plan-parts.tsx'
import { PreviewPart } from './preview.tsx'
import { FoundDrawer, UnitDrawer } from './unit-drawer.tsx'
import { UnitsTable } from './units-table.tsx'

const parts: Readonly<Record<string, Word>> = { 've-dau': 'tabPlan', moi: 'tabNew', 'xem-truoc': 'tabPreview', 'truoc-sau': 'tabPicture', 'ban-giao': 'tabHandover', 'lich-su': 'tabHistory' }

const partsOf = (plan: PlanPage): string[] => [
  ...(plan.may.preview ? (plan.may.edit ? ['ve-dau', 'moi', 'xem-truoc'] : ['xem-truoc', 've-dau', 'moi']) : []), ...(plan.outcomes.length > 0 ? ['truoc-sau', 'ban-giao'] : []), ...(plan.savings.length > 0 ? ['lich-su'] : []),
]

/** What is being typed of a plan, and the button that saves it. */
function useWriting(plan: PlanPage) {
  const tell = useTell()
  const [title, setTitle] = useState(plan.title)
  const [on, setOn] = useState<PlainDate | undefined>(plan.effectiveOn ?? undefined)
  const [content, setContent] = useState<Content | undefined>(plan.content ?? undefined)
  const isChanged = title !== plan.title || (on ?? null) !== plan.effectiveOn || JSON.stringify(content) !== JSON.stringify(plan.content)
  const act = useAct(reorganisation.savePlan, { refresh: [[ROOM], ['reminders']], onDone: () => tell(word('saved')) })
  return { title, setTitle, on, setOn, content, setContent, isChanged, act, save: () => act.run({ id: plan.id, version: plan.version, title, effectiveOn: on ?? null, content: content! }) }
}

function Head({ writing }: { writing: ReturnType<typeof useWriting> }) {
  return (
    <div className="plan-bar">
      <TextField name="title" label={word('planTitle')} value={writing.title} onChange={writing.setTitle} maxLength={200} width={48} />
      <DayField name="effectiveOn" label={word('effectiveOn')} value={writing.on} onChange={writing.setOn} />
      <Button {...(writing.isChanged ? { look: 'main' as const } : {})} running={writing.act.running} onClick={() => void writing.save()}>{word('save')}</Button>
      {writing.isChanged && <span className="plan-unsaved" role="status">{word('unsaved')}</span>}
    </div>
  )
}

/** The parts of a plan whose content may be seen: who goes where, new organisations, checks. */
function PlanParts({ plan, part, writing }: { plan: PlanPage; part: string; writing: ReturnType<typeof useWriting> }) {
  const [edited, setEdited] = useState<Unit>()
  const [adding, setAdding] = useState(false)
  const on = plan.effectiveOn ?? undefined
  const units = useRead([ROOM, 'units', plan.organisationId, on ?? ''], (signal) => reorganisation.listUnits({ organisationId: plan.organisationId, ...(on ? { asOf: on } : {}) }, { signal }), { enabled: plan.may.preview })
  return (
    <Loaded read={units} lines={14}>
      {({ rows, types, rootId }) => {
        const draft: Draft = { content: writing.content!, change: writing.setContent, units: rows, types, isLocked: !plan.may.edit }
        return (
          <>
            {part === 've-dau' && <UnitsTable draft={draft} onEdit={setEdited} />}
            {part === 'moi' && <Founded draft={draft} onAdd={() => setAdding(true)} />}
            {part === 'xem-truoc' && (plan.effectiveOn ? <PreviewPart id={plan.id} version={plan.version} draft={draft} /> : <p className="hint">{word('needDay')}</p>)}
            <UnitDrawer draft={draft} unit={edited} onClose={() => setEdited(undefined)} />
            <FoundDrawer draft={draft} rootId={rootId} open={adding} onClose={() => setAdding(false)} />
          </>
        )
      }}
    </Loaded>
  )
}

function PlanPart({ plan }: { plan: PlanPage }) {
  const address = useAddress()
  const [state, set] = useAddressState({ phan: '', viec: '' })
  const writing = useWriting(plan)
  const offered = partsOf(plan)
  const part = offered.includes(state.phan) ? state.phan : (offered[0] ?? '')
  const leave = () => set({ viec: '' })
  return (
    <Page title={plan.title} note={<StateMark state={plan.state} />} crumbs={[{ label: word('menu'), to: address('reorganisations') }, { label: plan.title }]}
      tools={<Button onClick={() => window.print()}>{say('ui.print')}</Button>} acts={<PlainActs plan={plan} set={set} />}
      main={plan.may.decide && state.viec !== 'quyet-dinh' && !writing.isChanged && <Button look="main" onClick={() => set({ viec: 'quyet-dinh' })}>{word('decide')}</Button>}>
      {plan.may.decide && state.viec === 'quyet-dinh' && <DecideForm plan={plan} onLeave={leave} />}
      {plan.may.undo && state.viec === 'hoan-tac' && <UndoForm plan={plan} onLeave={leave} />}
      {plan.may.edit ? <Head writing={writing} /> : <PlanSummary plan={plan} />}
      <FailureBox failure={writing.act.failure} />
      {!plan.content && plan.outcomes.length > 0 && <p className="hint">{word('ownPartOnly')}</p>}
      <Tabs label={word('tabs')} current={part} tabs={offered.map((id) => ({ id, label: word(parts[id]!), to: address('reorganisation', { id: plan.id }, { phan: id }) }))} />
      {['ve-dau', 'moi', 'xem-truoc'].includes(part) && <PlanParts plan={plan} part={part} writing={writing} />}
      {part === 'truoc-sau' && <Section title={word('picture')}><Picture outcomes={plan.outcomes} /></Section>}
      {part === 'ban-giao' && <Handover plan={plan} />}
      {part === 'lich-su' && <Savings plan={plan} />}
    </Page>
  )
}

/** One plan or act: written, checked, decided; then what it did, what was handed over, and how it is taken back. */
export default function PlanScreen() {
  const viewed = useViewed()
  const { id } = useParams<{ id: string }>()
  const read = useRead([ROOM, 'plan', id], (signal) => reorganisation.findPlan({ id, ...viewed }, { signal }))
  if (read.value?.id === id) return <PlanPart key={`${id} ${read.value.version}`} plan={read.value} />
  return <Page title={word('plan')}><Loaded read={read} lines={12}>{() => null}</Loaded></Page>
}
