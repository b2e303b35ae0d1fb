import { useAddressState, useRead, type Filter } from '../../../../platform/ui-kit/index.ts'
import { dueKinds, dueOwners, type DueGroup, type DueKind, type DueOwner } from '../../codes.ts'
import { kindNames, ownerNames } from '../../messages.vi.ts'
import { openingInput, reminders, ROOM, type WorkFilters, type WorkList } from '../client.ts'
import { word } from '../words.vi.ts'

const empty = { nhom: '', loai: '', 'to-chuc': '', nguoi: '', nhac: '', theo: '', cach: '', 'tra-loi': '', trang: '1' }
export type WorkState = typeof empty

/** Groups as they stand in the address. */
export const groupSlugs = { late: 'qua-han', today: 'hom-nay', soon: 'sap-toi' } as const satisfies Record<DueGroup, string>

const groupOfSlug = (slug: string): DueGroup | undefined => (Object.keys(groupSlugs) as DueGroup[]).find((group) => groupSlugs[group] === slug)
const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined => all.find((each) => each === text)

function filtersOf(state: WorkState): WorkFilters & { group?: DueGroup } {
  const kind = oneOf<DueKind>(dueKinds, state.loai)
  const owner = oneOf<DueOwner>(dueOwners, state.nguoi)
  const group = groupOfSlug(state.nhom)
  const reminded = state.nhac === 'roi' ? 'yes' : state.nhac === 'chua' ? 'no' : undefined
  return {
    ...(kind && { kinds: [kind] }), ...(owner && { owner }), ...(group && { group }), ...(reminded && { reminded }),
    ...(state['to-chuc'] && { organisationId: state['to-chuc'] }),
  }
}

function placeChoices(list: WorkList | undefined, group: DueGroup | undefined) {
  const choices = (list?.byGrassroots ?? []).map(({ id, name, ...n }) => ({ value: id, label: name, count: group ? n[group] : n.late + n.today + n.soon }))
  const { place } = list ?? {}
  return place && !choices.some(({ value }) => value === place.id) ? [{ value: place.id, label: place.name }, ...choices] : choices
}

/** The filters of the list as they stand in the address, the filter row, and what they find. */
export function useWork() {
  const [state, set] = useAddressState(empty)
  const filters = filtersOf(state)
  const grouped = !filters.group && state.theo !== 'chi-bo'
  const input = { ...filters, ...(grouped ? openingInput : { page: Number(state.trang) || 1, order: state.theo === 'chi-bo' ? ('cell' as const) : ('urgency' as const) }) }
  const read = useRead([ROOM, 'work', input], (signal) => reminders.listWork(input, { signal }))
  const places = placeChoices(read.value, filters.group)
  const row: Filter[] = [
    ...(filters.group ? [{ kind: 'list' as const, name: 'nhom', label: word('filterGroup'), value: state.nhom, choices: groupChoices }] : []),
    ...(places.length > 1 || state['to-chuc'] ? [{ kind: 'list' as const, name: 'to-chuc', label: word('filterPlace'), value: state['to-chuc'], choices: places }] : []),
    { kind: 'list', name: 'loai', label: word('filterKind'), value: state.loai, choices: dueKinds.map((kind) => ({ value: kind, label: kindNames[kind] })) },
    { kind: 'list', name: 'nguoi', label: word('filterOwner'), value: state.nguoi, choices: dueOwners.map((owner) => ({ value: owner, label: ownerNames[owner] })) },
    { kind: 'list', name: 'nhac', label: word('filterReminded'), value: state.nhac, choices: [{ value: 'roi', label: word('remindedYes') }, { value: 'chua', label: word('remindedNo') }] },
    { kind: 'switch', name: 'theo', label: word('byCell'), value: state.theo === 'chi-bo' },
  ]
  const change = (name: string, value: string) => set({ [name]: name === 'theo' && value ? 'chi-bo' : value } as Partial<WorkState>)
  return { state, set, change, filters, filterRow: row, read, grouped }
}

const groupChoices = [
  { value: groupSlugs.late, label: word('late') }, { value: groupSlugs.today, label: word('today') }, { value: groupSlugs.soon, label: word('soon') },
]

export type Work = ReturnType<typeof useWork>

/** What the address keeps of the filters when another number is opened. */
export const keptSearch = (state: WorkState): Record<string, string> =>
  Object.fromEntries(Object.entries(state).filter(([name, value]) => value && name !== 'trang' && name !== 'theo'))
