import '../quality.css'
import { useState } from 'react'
import {
  AppLink, Button, countText, DataTable, dayText, Drawer, EmptyList, FailureBox, FilterRow, filtersInWords, momentText, Page, useAct, useAddress, useAddressState, useDesk, useIsPast, useRead, useTell, type Column, type Filter,
} from '../../../../platform/ui-kit/index.ts'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { faultKinds, qualityRules, type AsideState, type FaultKind, type RuleKey } from '../../codes.ts'
import { faultKindNames, mendingNames, ruleWords } from '../../messages.vi.ts'
import { AsideForm } from '../aside-form.tsx'
import { dataQuality, ROOM, type Fault, type FaultList, type ListInput } from '../client.ts'
import { KindMark } from '../kind-mark.tsx'
import { faultKey, nameWithYear, useMendingAddress } from '../use-mending.ts'
import { word } from '../words.vi.ts'
import { PartTable } from './part-table.tsx'
import { usePlaces } from '../../../organisations/ui/index.ts'

const PAGE = 50
const TAKERS = ['superiorOfficer', 'grassrootsOfficer', 'cellSecretary']
const empty = { tim: '', 'to-chuc': '', loai: '', loi: '', 'trang-thai': '', trang: '1' }
type State = typeof empty

const states: Readonly<Record<string, AsideState>> = { dung: 'aside', 'tat-ca': 'all' }
const kindOf = (text: string) => faultKinds.find((kind): kind is FaultKind => kind === text)
const ruleOfText = (text: string) => qualityRules.find(({ key }) => key === text)?.key as RuleKey | undefined

const inputOf = (state: State, day: { asOf?: PlainDate | undefined; knownAt?: string | undefined }): ListInput => ({
  organisationId: state['to-chuc'] || undefined, rule: ruleOfText(state.loi), kind: kindOf(state.loai), search: state.tim || undefined, state: states[state['trang-thai']] ?? 'open', ...day,
})

const filtersOf = (state: State, places: readonly { value: string; label: string }[]): Filter[] => [
  { kind: 'text', name: 'tim', label: word('filterSearch'), value: state.tim },
  { kind: 'list', name: 'to-chuc', label: word('filterPlace'), value: state['to-chuc'], choices: places },
  { kind: 'list', name: 'loai', label: word('filterKind'), value: state.loai, choices: faultKinds.map((kind) => ({ value: kind, label: faultKindNames[kind] })) },
  { kind: 'list', name: 'loi', label: word('filterRule'), value: state.loi, choices: qualityRules.filter(({ kind }) => !state.loai || kind === state.loai).map(({ key, code }) => ({ value: key, label: `${code} · ${ruleWords[key].name}` })) },
  { kind: 'list', name: 'trang-thai', label: word('filterState'), value: state['trang-thai'], choices: [{ value: 'dung', label: word('stateAside') }, { value: 'tat-ca', label: word('stateAll') }] },
]

function AsideCell({ fault, may, onAside }: { fault: Fault; may: boolean; onAside: (fault: Fault) => void }) {
  const tell = useTell()
  const lift = useAct(dataQuality.liftSetAside, { refresh: [[ROOM]], onDone: () => tell(word('liftDone')) })
  const { aside } = fault
  if (!aside) return may ? <Button look="quiet" onClick={() => onAside(fault)} aria-label={`${word('actAside')}: ${fault.name}, ${fault.ruleName}`}>{word('actAside')}</Button> : null
  return (
    <>
      {word('asideSaid', { reason: aside.reason, by: aside.by ?? word('unknownWriter'), day: dayText(aside.at.slice(0, 10) as PlainDate) })}{' '}
      {may && <Button look="quiet" running={lift.running} onClick={() => void lift.run({ setAsideId: aside.id })}>{word('actLift')}</Button>}
      <FailureBox failure={lift.failure} />
    </>
  )
}

function useColumns(may: boolean, onAside: (fault: Fault) => void): Column<Fault>[] {
  const address = useAddress()
  const mending = useMendingAddress()
  const nameTo = (fault: Fault) => (fault.subject === 'prospect' ? address('source', { id: fault.subjectId }) : fault.subject === 'file' ? address('admissionCase', { id: fault.subjectId }) : fault.personId ? address('member', { id: fault.personId }) : address('organisation', { id: fault.organisationId }))
  return [
    { id: 'name', title: word('colName'), width: '15%', cell: (fault) => <AppLink to={nameTo(fault)}>{nameWithYear(fault)}</AppLink> },
    { id: 'place', title: word('colPlace'), width: '14%', cell: (fault) => [fault.place, fault.above].filter(Boolean).join(' – ') },
    { id: 'kind', title: word('colKind'), tight: true, cell: (fault) => <KindMark kind={fault.kind} /> },
    { id: 'what', title: word('colWhat'), width: '23%', cell: (fault) => <><span className="quality-code">{fault.code}</span> {fault.what}</> },
    { id: 'todo', title: word('colTodo'), width: '22%', cell: (fault) => <><div>{fault.todo}</div><div><AppLink to={mending(fault)}>{mendingNames[fault.mend]}</AppLink></div></> },
    { id: 'aside', title: word('colAct'), width: '12%', cell: (fault) => <AsideCell fault={fault} may={may} onAside={onAside} /> },
  ]
}

function Summary({ list }: { list: FaultList }) {
  if (list.parts.length > 0) return <span>{list.countedAt && word('partsSummary', { total: countText(list.total ?? undefined), moment: momentText(list.countedAt) })} <span className="hint">{word('partsHint')}</span></span>
  return <span>{word('workSummary', { total: countText(list.total ?? undefined), people: countText(list.subjectCount ?? 0) })} <span className="hint">{word('workHint')}</span></span>
}

/** What is wrong, with whom, what to do and where; a line that is not wrong is set aside with its reason. */
export default function WorkScreen() {
  const { asOf, knownAt, organisation } = useDesk()
  const isPast = useIsPast()
  const [state, set] = useAddressState(empty)
  const [aside, setAside] = useState<Fault>()
  const filters = filtersOf(state, usePlaces(state['to-chuc']))
  const input = inputOf(state, { asOf, knownAt })
  const page = Number(state.trang) || 1
  const read = useRead([ROOM, 'faults', JSON.stringify(input), page], (signal) => dataQuality.listFaults({ ...input, page, size: PAGE }, { signal }))
  const list = read.value
  const isLarge = list !== undefined && list.parts.length > 0
  const columns = useColumns(Boolean(list?.may.setAside) && !isPast, setAside)
  const address = useAddress()
  return (
    <Page title={word('workTitle')} note={list?.organisation.name ?? organisation} filterWords={filtersInWords(filters)} summary={list && <Summary list={list} />}
      tools={<>{!isLarge && <ListTools list="faults" asked={input} filter={filtersInWords(filters)} takers={TAKERS} />}<AppLink to={address('dataQuality')}>{word('title')}</AppLink></>}>
      <FilterRow filters={isLarge ? filters.filter(({ name }) => name !== 'tim') : filters} onChange={(name, value) => set({ [name]: value, trang: '1' })} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {isLarge && <PartTable list={list} waiting={read.waiting} onOpen={(id) => set({ 'to-chuc': id, trang: '1' })} />}
      {!isLarge && (list || !read.failure) && (
        <DataTable caption={word('workTitle')} columns={columns} rows={list?.rows ?? []} rowKey={faultKey} waiting={read.waiting} {...(list && list.total !== null ? { total: list.total } : {})}
          page={page} onPage={(next) => set({ trang: String(next) })} empty={<EmptyList filters={filters} onDrop={(name, value) => set({ [name]: value })}>{word('workEmpty')}</EmptyList>} />
      )}
      <Drawer open={aside !== undefined} onClose={() => setAside(undefined)} title={word('asideTitle')} note={aside && `${nameWithYear(aside)}: ${aside.what}`}>
        {aside && <AsideForm fault={aside} onClose={() => setAside(undefined)} />}
      </Drawer>
    </Page>
  )
}
