import { addDays, partsOf, type PlainDate } from '../../../../../kernel/index.ts'
import { useAddress, useAddressState, useDesk, useRead, type FilterChoice } from '../../../../../platform/ui-kit/index.ts'
import { measures, type Measure } from '../../../codes.ts'
import { ROOM, sourcesAndTargets, useViewed, useViewedPlace, type Progress } from './client.ts'
import { measureViews, word } from './words.vi.ts'

const empty = { 'to-chuc': '', ky: '', ve: '', xep: '' }

/** Years that are offered beside the term: those around the viewed day, newest last. */
function periodViews(year: number): FilterChoice[] {
  const years = [year - 2, year - 1, year, year + 1]
  return [{ value: '', label: word('term') }, ...years.map((each) => ({ value: String(each), label: word('year', { year: each }) }))]
}

const slugOf: Record<Measure, string> = { admissions: '', women: 'nu', ethnicMinority: 'dan-toc' }

/** The period, measure and organisation that the address names, and the progress there. */
export function useTargets() {
  const [state, set] = useAddressState(empty)
  const { asOf, today } = useDesk()
  const address = useAddress()
  const viewed = useViewed()
  const measure = measures.find((each) => slugOf[each] === state.ve) ?? 'admissions'
  const year = /^\d{4}$/.test(state.ky) ? Number(state.ky) : undefined
  const to = (organisationId: string) => address('targets', {}, { 'to-chuc': organisationId, ky: state.ky, ve: state.ve })
  const place = useViewedPlace(state['to-chuc'], to)
  const asked = { ...(state['to-chuc'] ? { organisationId: state['to-chuc'] } : {}), ...(year ? { kind: 'year' as const, year } : { kind: 'term' as const }), measure }
  const read = useRead([ROOM, 'progress', asked], (signal) => sourcesAndTargets.findTargetProgress({ ...asked, ...viewed }, { signal }))
  return {
    state, set, place, to, read, measure, year, asked: { ...asked, ...viewed },
    periods: periodViews(partsOf(asOf ?? today).year),
    measureChoices: measures.map((each) => ({ value: slugOf[each], label: measureViews[each] })),
  }
}

export type Targets = ReturnType<typeof useTargets>

/** “nhiệm kỳ 2015–2020”, “năm 2018”. */
export function periodWords({ kind, period }: Progress): string {
  if (!period) return word('termLow')
  const from = partsOf(period.from as PlainDate).year
  return kind === 'year' ? word('yearLow', { year: from }) : word('termYears', { from, until: partsOf(addDays(period.until as PlainDate, -1)).year })
}
