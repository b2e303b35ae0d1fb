import { useState } from 'react'
import { ListTools } from '../../../audit/ui/index.ts'
import { Button, countText, dayText, FilterRow, filtersInWords, nothingSelected, Page, useAct, useAddressState, useDesk, useIsPast, useRead, useTell, ViewSwitch, type Filter, type Selection } from '../../../../platform/ui-kit/index.ts'
import { cardViews, type CardView } from '../../codes.ts'
import { cardViewNames } from '../../messages.vi.ts'
import { afterAct, cards, ROOM, type CardCandidate } from '../client.ts'
import { word } from '../words.vi.ts'
import { CandidateTable, CardTable, RangeTable } from './card-tables.tsx'
import { CloseRangeForm, DecideForm, ProposeForm, RangeForm } from './list-forms.tsx'
import { usePlaces, useTop } from '../../../organisations/ui/index.ts'

const PAGE = 50
const empty = { cach: '', 'to-chuc': '', nam: '', tim: '', trang: '1', viec: '', dai: '' }
const CANDIDATES = 'chua-co'
const RANGES = 'dai-so'
const YEARS_BACK = 10

/** The part of the book that the address names; the cards under way when it names none. */
const viewOf = (text: string): CardView => cardViews.find((each) => each === text) ?? 'underWay'

/** Those chosen on any page, with what they were. */
function useChosen(rows: readonly CardCandidate[]) {
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [chosen, setChosen] = useState<ReadonlyMap<string, CardCandidate>>(new Map())
  const choose = (to: Selection) => {
    const known = new Map([...chosen, ...rows.map((row) => [row.personId, row] as const)])
    const keys = to.everything ? new Set(rows.map(({ personId }) => personId)) : to.keys
    setChosen(new Map([...keys].flatMap((key) => { const row = known.get(key); return row ? [[key, row] as const] : [] })))
    setSelection({ keys, everything: false })
  }
  const clear = () => { setSelection(nothingSelected); setChosen(new Map()) }
  return { selection, chosen: [...chosen.values()], choose, clear }
}

/** Gives the numbers that only the register knows a line in the book. */
function TakeOver({ count, organisationId }: { count: number; organisationId: string | undefined }) {
  const tell = useTell()
  const act = useAct(cards.takeOverCards, { refresh: afterAct, onDone: ({ takenOver }: { takenOver: number }) => tell(word('takenOver', { n: countText(takenOver) })) })
  if (count === 0 || !organisationId) return null
  return <p>{word('notInBook', { n: countText(count) })} <Button running={act.running} onClick={() => void act.run({ organisationId })}>{word('takeOver')}</Button></p>
}

/** The book of cards: who has none, what is under way, every part of the book, and the ranges of numbers. */
export default function CardsScreen() {
  const { asOf, knownAt, today, roleName } = useDesk()
  const isPast = useIsPast()
  const [state, set] = useAddressState(empty)
  const top = useTop()
  const places = usePlaces(state['to-chuc'])
  const page = Number(state.trang) || 1
  const isCandidates = state.cach === CANDIDATES
  const isRanges = state.cach === RANGES
  const view = viewOf(state.cach)
  const place = state['to-chuc'] ? { organisationId: state['to-chuc'] } : {}
  const year = Number(state.nam) || Number((asOf ?? today).slice(0, 4))
  const seen = { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }
  const around = { ...place, ...seen }
  const asked = { view, ...place, ...(view === 'year' ? { year } : {}), ...(state.tim ? { search: state.tim } : {}), ...seen }
  const listed = useRead([ROOM, 'list', JSON.stringify(asked), page], (signal) => cards.listCards({ ...asked, page: isCandidates || isRanges ? 1 : page, size: PAGE }, { signal }))
  const candidates = useRead([ROOM, 'candidates', JSON.stringify(around), page], (signal) => cards.listCardCandidates({ ...around, page: isCandidates ? page : 1, size: PAGE }, { signal }))
  const ranges = useRead([ROOM, 'ranges', JSON.stringify(around)], (signal) => cards.listRanges(around, { signal }), { enabled: isRanges })
  const { selection, chosen, choose, clear } = useChosen(candidates.value?.rows ?? [])
  const isOfficer = ['superiorOfficer', 'grassrootsOfficer'].includes(roleName ?? '') && !isPast
  const decides = roleName === 'superiorOfficer' && !isPast
  const leave = () => set({ viec: '', dai: '' })
  const filters: Filter[] = [
    { kind: 'list', name: 'to-chuc', label: word('place'), value: state['to-chuc'], choices: places },
    ...(view === 'year' && !isCandidates && !isRanges ? [{ kind: 'list' as const, name: 'nam', label: word('year'), value: String(year), choices: Array.from({ length: YEARS_BACK }, (_, i) => String(Number(today.slice(0, 4)) - i)).map((value) => ({ value, label: value })) }] : []),
    ...(isCandidates || isRanges ? [] : [{ kind: 'text' as const, name: 'tim', label: word('search'), value: state.tim }]),
  ]
  const views = [
    { value: CANDIDATES, label: word('viewCandidates', { n: countText(candidates.value?.total ?? 0) }) },
    ...cardViews.map((value) => ({ value, label: word('view', { name: cardViewNames[value], n: countText(listed.value?.counts[value] ?? 0) }) })),
    ...(roleName === 'cellSecretary' ? [] : [{ value: RANGES, label: word('viewRanges') }]),
  ]
  const closing = ranges.value?.rows.find(({ id }) => id === state.dai)
  const summary = isCandidates ? candidates.value && word('summaryCandidates', { n: countText(candidates.value.total), day: dayText(candidates.value.issueOn), due: dayText(candidates.value.listDueOn) })
    : isRanges ? ranges.value && word('summaryRanges', { day: dayText(ranges.value.asOf), n: countText(ranges.value.rows.length) }) : !listed.value ? null : view === 'year' ? word('summaryYear', { year, n: countText(listed.value.total) }) : word('summary', { day: dayText(listed.value.asOf), n: countText(listed.value.total) })
  return (
    <Page title={word('title')} filterWords={filtersInWords(filters)} summary={summary}
      acts={!state.viec && <>{decides && view === 'underWay' && !isCandidates && !isRanges && (listed.value?.counts.underWay ?? 0) > 0 && <Button look="main" onClick={() => set({ viec: 'quyet-dinh' })}>{word('decide')}</Button>}
        {isRanges && ranges.value?.mayKeep && !isPast && <Button look="main" onClick={() => set({ viec: 'giao-dai' })}>{word('giveRange')}</Button>}</>}
      tools={<ListTools list={isRanges ? 'cardRanges' : isCandidates ? 'cardCandidates' : 'cards'} asked={isCandidates || isRanges ? around : asked} filter={filtersInWords(filters)} takers={['superiorOfficer', 'grassrootsOfficer']} />}>
      {state.viec === 'de-nghi' && isOfficer && <ProposeForm chosen={chosen} onDone={() => { clear(); leave() }} onLeave={leave} />}
      {state.viec === 'quyet-dinh' && decides && <DecideForm organisationId={state['to-chuc']} onLeave={leave} />}
      {state.viec === 'giao-dai' && decides && <RangeForm onLeave={leave} />}
      {closing && decides && <CloseRangeForm range={closing} onLeave={leave} />}
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value, trang: '1' })} before={<ViewSwitch label={word('views')} value={isCandidates || isRanges ? state.cach : view} views={views} onChange={(cach) => set({ cach, trang: '1', viec: '' })} />} />
      {isRanges ? <RangeTable read={ranges} onClose={decides && ranges.value?.mayKeep ? (dai) => set({ dai }) : undefined} />
        : isCandidates ? (
          <>
            {isOfficer && <TakeOver count={candidates.value?.notInBook ?? 0} organisationId={state['to-chuc'] || top} />}
            <CandidateTable read={candidates} page={page} onPage={(to) => set({ trang: String(to) })} selection={selection} {...(isOfficer ? { onSelect: choose } : {})} acts={<Button look="main" onClick={() => set({ viec: 'de-nghi' })}>{word('propose')}</Button>} />
          </>
        ) : <CardTable read={listed} page={page} onPage={(to) => set({ trang: String(to) })} />}
    </Page>
  )
}
