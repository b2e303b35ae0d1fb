import type { PlainDate } from '../../../../kernel/index.ts'
import { dayText, readDay, useAddressState, useDesk, useRead, type Filter } from '../../../../platform/ui-kit/index.ts'
import { rulebook, ROOM, type Rule, type RuleList } from '../client.ts'
import { topicNames, word } from '../words.vi.ts'

const empty = { ngay: '', 'chu-de': '', 'van-ban': '', 'chua-doi-chieu': '', thay: '' }

export const isUnconfirmed = (rule: Rule): boolean => rule.now !== null && rule.now.source.certainty !== 'verified'

const cites = (rule: Rule, instrument: string): boolean => rule.entries.some(({ source }) => source.instrument === instrument) || rule.now?.source.instrument === instrument

function papersOf(list: RuleList | undefined) {
  const papers = new Map<string, string>()
  for (const rule of list?.rules ?? []) for (const { source } of rule.entries) papers.set(source.instrument, source.title)
  return [...papers].map(([value, label]) => ({ value, label })).sort((a, b) => (a.label < b.label ? -1 : 1))
}

/** The rules as on a day, the filters of the address, and what they leave. */
export function useRules() {
  const { today, asOf } = useDesk()
  const [state, set] = useAddressState(empty)
  const on = readDay(dayFromAddress(state.ngay)) ?? asOf ?? today
  const read = useRead([ROOM, 'rules', on], (signal) => rulebook.listRules({ on }, { signal }))
  const found = (read.value?.rules ?? []).filter((rule) =>
    (!state['chu-de'] || rule.topic === state['chu-de']) && (!state['van-ban'] || cites(rule, state['van-ban'])) && (!state['chua-doi-chieu'] || isUnconfirmed(rule)))
  const filters: Filter[] = [
    { kind: 'text', name: 'ngay', label: word('filterDay'), hint: word('filterDayHint'), value: state.ngay && dayText(on) },
    { kind: 'list', name: 'chu-de', label: word('filterTopic'), value: state['chu-de'], choices: Object.entries(topicNames).map(([value, label]) => ({ value, label })) },
    { kind: 'list', name: 'van-ban', label: word('filterPaper'), value: state['van-ban'], choices: papersOf(read.value) },
    { kind: 'switch', name: 'chua-doi-chieu', label: word('filterUnconfirmed'), value: state['chua-doi-chieu'] === '1' },
  ]
  return { state, set, on, read, found, filters }
}

/** `2026-07-26` of the address as the reader of typed days takes it. */
const dayFromAddress = (day: string): string => (day ? dayText(day as PlainDate) : '')
