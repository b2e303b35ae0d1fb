import '../forms.css'
import { Drawer, FailureBox, FilterRow, filtersInWords, NumberLink, Page, useAddress, useDesk, useIsPast, usePlace } from '../../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../../audit/ui/index.ts'
import type { ConfirmationList } from '../../client.ts'
import { nameWithYear } from '../../people.ts'
import { actWords, word } from '../../words.vi.ts'
import { OpenConfirmation } from './open-confirmation.tsx'
import { RecognitionTable } from './recognition-table.tsx'
import { useRecognitions } from './use-recognitions.ts'

const mayOpenFiles = ['cellSecretary', 'grassrootsOfficer']

function Summary({ list, place, within }: { list: ConfirmationList; place: string; within: number }) {
  const address = useAddress()
  const to = (nhom?: string) => address('recognitions', {}, { 'to-chuc': place, nhom })
  const { probationary, late, dueSoon, withoutFile } = list.counts
  return (
    <>
      <NumberLink count={probationary} word={word('probationers')} to={to()} /> · <NumberLink count={late} word={word('recognitionLate')} {...(late > 0 ? { shape: 'late' as const } : {})} to={to('qua-han')} />
      {' · '}<NumberLink count={dueSoon} word={word('recognitionSoon', { n: within })} {...(dueSoon > 0 ? { shape: 'soon' as const } : {})} to={to('sap-het')} />
      {withoutFile > 0 && <> · <NumberLink count={withoutFile} word={word('recognitionNoFile')} shape="unclear" to={to('chua-co')} /></>}
    </>
  )
}

/** Probationary members and their recognition: no probation is forgotten. */
export default function RecognitionsScreen() {
  const { roleName } = useDesk()
  const isPast = useIsPast()
  const place = usePlace()
  const address = useAddress()
  const list = useRecognitions()
  const { read, filters, change, state, within } = list
  const mayOpen = !isPast && roleName !== undefined && mayOpenFiles.includes(roleName)
  const opening = mayOpen ? read.value?.rows.find((row) => row.person.id === place.search['lap']) : undefined
  const close = () => place.go(address('recognitions', {}, { nhom: state.nhom, 'to-chuc': state['to-chuc'] }), { replace: true })
  return (
    <Page
      title={word('recognitionTitle')}
      filterWords={filtersInWords(filters)}
      summary={read.value && <Summary list={read.value} place={state['to-chuc']} within={within} />}
      tools={<ListTools list="recognitions" asked={list.asked} filter={filtersInWords(filters)} />}
    >
      <FilterRow filters={filters} onChange={change} />
      {read.failure && <FailureBox failure={read.failure} onRetry={read.again} />}
      <RecognitionTable list={list} mayOpen={mayOpen} />
      <Drawer open={opening !== undefined} onClose={close} title={actWords.openConfirmation} note={opening && nameWithYear(opening.person)}>
        {opening && <OpenConfirmation row={opening} onClose={close} />}
      </Drawer>
    </Page>
  )
}
