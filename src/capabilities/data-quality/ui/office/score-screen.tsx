import '../quality.css'
import {
  AppLink, Button, countText, FailureBox, FilterRow, filtersInWords, GreyLines, momentText, NumberLine, NumberLink, Page, say, shareText, useAddress, useAddressState, useDesk, useIsPast, useRead, ViewSwitch, type Filter,
} from '../../../../platform/ui-kit/index.ts'
import { dataQuality, ROOM, type Score } from '../client.ts'
import { word } from '../words.vi.ts'
import { RuleTable } from './rule-table.tsx'
import { TrendTable } from './trend-table.tsx'
import { UnitTable } from './unit-table.tsx'
import { usePlaces } from '../../../organisations/ui/index.ts'
import { WeightForm } from './weight-form.tsx'
import { useWorkLink } from './work-link.ts'

const empty = { cach: '', 'to-chuc': '', 'trong-so': '' }

/** How the score is made: which rules counted, over how many facts. */
function Formula({ score }: { score: Score }) {
  const asked = score.rules.filter(({ checked }) => checked > 0)
  return (
    <details className="quality-formula">
      <summary>{word('formulaTitle')}</summary>
      <p>{word('formula', { rules: asked.length, counted: asked.filter(({ weight }) => weight > 0).length })}</p>
      <p>{word('formulaSums', { checked: countText(score.total.checked), open: countText(score.total.open) })}</p>
    </details>
  )
}

function Head({ score, organisationId }: { score: Score; organisationId: string | undefined }) {
  const link = useWorkLink()
  const { total } = score
  return (
    <>
      <NumberLine>
        <span className="quality-score"><strong>{total.score === null ? word('nothingChecked') : shareText(total.score, 1)}</strong> {total.score !== null && word('scoreWord')}</span>
        <NumberLink count={total.open} word={word('openWord')} to={link({ 'to-chuc': organisationId })} />
        <NumberLink count={total.aside} word={word('asideWord')} to={link({ 'to-chuc': organisationId, 'trang-thai': 'dung' })} />
      </NumberLine>
      {score.countedAt && <p className="hint">{word('countedAt', { moment: momentText(score.countedAt) })}</p>}
    </>
  )
}

/** How good the data are: by organisation, by rule, over the months. */
export default function ScoreScreen() {
  const { asOf, knownAt, organisation } = useDesk()
  const isPast = useIsPast()
  const address = useAddress()
  const [state, set] = useAddressState(empty)
  const organisationId = state['to-chuc'] || undefined
  const places = usePlaces(state['to-chuc'])
  const read = useRead([ROOM, 'score', organisationId], (signal) => dataQuality.findScore({ organisationId, asOf, knownAt }, { signal }))
  const filters: Filter[] = [{ kind: 'list', name: 'to-chuc', label: word('filterPlace'), value: state['to-chuc'], choices: places }]
  const view = state.cach === 'loi' ? 'loi' : state.cach === 'thang' ? 'thang' : 'don-vi'
  const score = read.value
  return (
    <Page title={word('title')} note={score?.organisation.name ?? organisation} filterWords={filtersInWords(filters)}
      acts={score?.may.setWeights && <Button onClick={() => set({ cach: 'loi', 'trong-so': '1' })}>{word('actWeights')}</Button>}
      tools={<><AppLink to={address('qualityWork')}>{word('workTitle')}</AppLink><Button onClick={() => window.print()}>{say('ui.print')}</Button></>}
      summary={score && <Head score={score} organisationId={organisationId} />}>
      {score && <Formula score={score} />}
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value })}
        before={<ViewSwitch label={word('views')} value={view} views={[{ value: 'don-vi', label: word('byUnit') }, { value: 'loi', label: word('byRule') }, { value: 'thang', label: word('trend') }]} onChange={(cach) => set({ cach, 'trong-so': '' })} />} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {score && state['trong-so'] && score.may.setWeights && !isPast && <WeightForm rules={score.rules} onClose={() => set({ 'trong-so': '' })} />}
      {view === 'thang' ? <TrendTable organisationId={organisationId} /> : !score ? (read.failure ? null : <GreyLines />)
        : view === 'loi' ? <RuleTable score={score} organisationId={organisationId} /> : <UnitTable score={score} waiting={read.waiting} onOpen={(id) => set({ 'to-chuc': id })} />}
    </Page>
  )
}
