import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import {
  Button, countText, dayText, FilterRow, filtersInWords, nothingSelected, Page, useAddressState, useDesk, useViewed, useIsPast, useRead, ViewSwitch, type Filter, type Selection,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { candidateGroups, type CandidateGroup } from '../../codes.ts'
import { lifecycle, ROOM, type Candidate } from '../client.ts'
import { groupNames } from '../../messages.vi.ts'
import { word } from '../words.vi.ts'
import { DecideForm, ProposeForm, WithdrawForm } from './badge-forms.tsx'
import { candidateKey, CandidateTable, ListTable } from './badge-tables.tsx'
import { usePlaces } from '../../../organisations/ui/index.ts'

const PAGE = 50
const PROPOSERS = ['superiorOfficer', 'grassrootsOfficer']
const AT_ONCE = 200
const empty = { dot: '', 'to-chuc': '', dien: '', cach: '', trang: '1', viec: '', huy: '' }
const isGroup = (text: string): text is CandidateGroup => (candidateGroups as readonly string[]).includes(text)

/** Which award day is looked at: the one in the address, else the next. */
function useRounds(asked: string) {
  const { asOf } = useDesk()
  const read = useRead([ROOM, 'award-days', asOf], (signal) => lifecycle.listAwardDays(asOf ? { asOf } : {}, { signal }))
  const next = read.value?.next
  return { awardOn: (asked || next) as PlainDate | undefined, days: read.value?.days ?? [], next, listDueOn: read.value?.listDueOn }
}

/** Who is to be given a badge at a round, and the list that goes up. */
export default function BadgesScreen() {
  const viewed = useViewed()
  const isPast = useIsPast()
  const { roleName } = useDesk()
  const [state, set] = useAddressState(empty)
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  // Rows of other pages stay chosen; what they were is kept for the form.
  const [chosen, setChosen] = useState<ReadonlyMap<string, Candidate>>(new Map())
  const places = usePlaces(state['to-chuc'])
  const { awardOn, days, next, listDueOn } = useRounds(state.dot)
  const page = Number(state.trang) || 1
  const place = state['to-chuc'] ? { organisationId: state['to-chuc'] } : {}
  const group = isGroup(state.dien) ? { group: state.dien } : {}
  const showsList = state.cach === 'danh-sach'
  const candidates = useRead([ROOM, 'candidates', awardOn, state['to-chuc'], state.dien, page], (signal) => lifecycle.listBadgeCandidates({ awardOn: awardOn!, ...place, ...viewed, ...group, page: showsList ? 1 : page, size: PAGE }, { signal }), { enabled: awardOn !== undefined })
  const listed = useRead([ROOM, 'badges', awardOn, state['to-chuc'], page], (signal) => lifecycle.listBadges({ awardOn: awardOn!, ...place, ...viewed, page: showsList ? page : 1, size: PAGE }, { signal }), { enabled: awardOn !== undefined })
  const mayPropose = !isPast && PROPOSERS.includes(roleName ?? '')
  const filters: Filter[] = [
    { kind: 'list', name: 'dot', label: word('round'), value: awardOn ?? '', choices: days.map((day) => ({ value: day, label: dayText(day) })) },
    { kind: 'list', name: 'to-chuc', label: word('place'), value: state['to-chuc'], choices: places },
    ...(showsList ? [] : [{ kind: 'list' as const, name: 'dien', label: word('groupFilter'), value: state.dien, choices: candidateGroups.map((each) => ({ value: each, label: groupNames[each] })) }]),
  ]
  const everyone = async (): Promise<Candidate[]> => {
    const rows: Candidate[] = []
    for (let at = 1; rows.length < (candidates.value?.total ?? 0); at++) {
      const part = (await lifecycle.listBadgeCandidates({ awardOn: awardOn!, ...place, ...viewed, ...group, page: at, size: AT_ONCE })).rows
      if (part.length === 0) break
      rows.push(...part)
    }
    return rows
  }
  const choose = async (to: Selection) => {
    if (to.everything) {
      const all = await everyone()
      setChosen(new Map(all.map((row) => [candidateKey(row), row])))
      return setSelection({ keys: new Set(all.map(candidateKey)), everything: false })
    }
    const rows = new Map([...chosen, ...(candidates.value?.rows ?? []).map((row) => [candidateKey(row), row] as const)])
    setChosen(new Map([...to.keys].flatMap((key) => { const row = rows.get(key); return row ? [[key, row] as const] : [] })))
    setSelection({ keys: to.keys, everything: false })
  }
  const leave = () => set({ viec: '', huy: '' })
  const clear = () => { setSelection(nothingSelected); setChosen(new Map()); leave() }
  const counts = candidates.value?.counts
  const toDecide = listed.value?.proposed ?? 0
  const withdrawn = listed.value?.rows.find(({ id }) => id === state.huy)
  return (
    <Page title={word('title')} filterWords={filtersInWords(filters)}
      summary={counts && awardOn && <span>{word('summary', { day: dayText(awardOn), due: countText(counts.due), missed: countText(counts.missed), posthumous: countText(counts.posthumous), early: countText(counts.early) })}{awardOn === next && listDueOn && <> · {word('listDue', { day: dayText(listDueOn) })}</>}</span>}
      acts={mayPropose && !state.viec && showsList && roleName === 'superiorOfficer' && toDecide > 0 && <Button look="main" onClick={() => set({ viec: 'quyet-dinh' })}>{word('decide')}</Button>}
      tools={<ListTools list={showsList ? 'badges' : 'badgeCandidates'} asked={{ awardOn, ...place, ...viewed, ...(showsList ? {} : group) }} filter={filtersInWords(filters)} takers={PROPOSERS} />}>
      {state.viec === 'de-nghi' && mayPropose && awardOn && <ProposeForm awardOn={awardOn} chosen={[...chosen.values()]} onDone={clear} onLeave={leave} />}
      {state.viec === 'quyet-dinh' && roleName === 'superiorOfficer' && awardOn && <DecideForm awardOn={awardOn} organisationId={state['to-chuc']} count={toDecide} onLeave={leave} />}
      {withdrawn && mayPropose && <WithdrawForm badge={withdrawn} onLeave={leave} />}
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value, trang: '1' })}
        before={<ViewSwitch label={word('views')} value={state.cach} onChange={(cach) => set({ cach, trang: '1' })}
          views={[{ value: '', label: word('viewCandidates') }, { value: 'danh-sach', label: word('viewList', { n: listed.value ? listed.value.proposed + listed.value.awarded : 0 }) }]} />} />
      {showsList
        ? <ListTable read={listed} page={page} onPage={(to) => set({ trang: String(to) })} {...(mayPropose ? { onWithdraw: (huy: string) => set({ huy }) } : {})} />
        : <CandidateTable read={candidates} page={page} onPage={(to) => set({ trang: String(to) })} selection={selection} {...(mayPropose ? { onSelect: (to: Selection) => void choose(to) } : {})}
            acts={<Button look="main" onClick={() => set({ viec: 'de-nghi' })}>{word('propose')}</Button>} />}
    </Page>
  )
}
