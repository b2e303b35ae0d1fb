import './rules.css'
import type { PlainDate } from '../../../../kernel/index.ts'
import {
  dayText, EmptyList, FailureBox, FilterRow, filtersInWords, GreyLines, NumberLink, Page, readDay, say, Section, useAddress, useDesk, useIsPast, useTell,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import type { RuleList } from '../client.ts'
import { topicNames, word } from '../words.vi.ts'
import { OverrideForm } from './override-form.tsx'
import { OverrideTable } from './override-table.tsx'
import { RuleTable } from './rule-table.tsx'
import { useRules } from './use-rules.ts'

function Summary({ list }: { list: RuleList }) {
  const address = useAddress()
  return (
    <>
      {word('pack', { pack: list.pack.name, day: dayText(list.pack.from as PlainDate) })}
      {' · '}<NumberLink count={list.rules.length} word={word('all')} to={address('rules')} />
      {' · '}<NumberLink count={list.unconfirmed} word={word('unconfirmed')} shape="soon" to={address('rules', {}, { 'chua-doi-chieu': '1' })} />
    </>
  )
}

/** Every rule as on a day: value, paper, clause, mark of certainty; the administrator may put a value in place of an unconfirmed one. */
export default function RulesScreen() {
  const { roleName } = useDesk()
  const isPast = useIsPast()
  const tell = useTell()
  const { state, set, on, read, found, filters } = useRules()
  const mayOverride = roleName === 'administrator' && !isPast
  const change = (name: string, value: string) => {
    if (name !== 'ngay' || !value) return set({ [name]: value })
    const day = readDay(value)
    if (day) set({ ngay: day })
    else tell(say('ui.day.wrong', { text: value }))
  }
  const overriding = mayOverride ? read.value?.rules.find((rule) => rule.key === state.thay) : undefined
  const overridden = read.value?.rules.filter((rule) => rule.overrides.length > 0) ?? []
  const topics = Object.keys(topicNames).filter((topic) => found.some((rule) => rule.topic === topic))
  return (
    <Page title={word('title')} note={word('onDay', { day: dayText(on) })} filterWords={filtersInWords(filters)} summary={read.value && <Summary list={read.value} />}
      tools={<ListTools list="rules" asked={{ on, topic: state['chu-de'], instrument: state['van-ban'], unconfirmed: state['chua-doi-chieu'] === '1' || undefined }} filter={filtersInWords(filters)} />}>
      <FilterRow filters={filters} onChange={change} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {!read.value && !read.failure && <GreyLines lines={10} />}
      {overriding && <OverrideForm key={overriding.key} rule={overriding} onClose={() => set({ thay: '' })} />}
      {overridden.length > 0 && <OverrideTable rules={overridden} mayWithdraw={mayOverride} />}
      {topics.map((topic) => (
        <Section key={topic} title={topicNames[topic]!}>
          <RuleTable caption={topicNames[topic]!} rules={found.filter((rule) => rule.topic === topic)} {...(mayOverride ? { onOverride: (key: string) => set({ thay: key }) } : {})} />
        </Section>
      ))}
      {read.value && topics.length === 0 && <EmptyList filters={filters} onDrop={(name) => set({ [name]: '' })}>{word('notFound')}</EmptyList>}
    </Page>
  )
}
