import { useAddressState, useRead, useViewed, type Filter } from '../../../../../platform/ui-kit/index.ts'
import { boardColumns, type BoardColumn } from '../../../codes.ts'
import { admission, ROOM } from '../../client.ts'
import { columnNames, kindNames, ownerNames, word, type Owner } from '../../words.vi.ts'
import { usePlaces } from '../use-places.ts'

const empty = { dang: '', 'to-chuc': '', nguoi: '', 'giai-doan': '', ten: '', 'qua-han': '', 'tra-lai': '', loai: '', xep: '', trang: '1' }
export type BoardState = typeof empty

export const PER_COLUMN = 8

function inputOf(state: BoardState, viewed: ReturnType<typeof useViewed>) {
  const shared = {
    ...viewed, ...(state['to-chuc'] && { organisationId: state['to-chuc'] }), ...(state.nguoi && { owner: state.nguoi as Owner }), ...(state.ten && { search: state.ten }),
    ...(state['qua-han'] && { late: true }), ...(state['tra-lai'] && { returned: true }), ...(state.loai && { kind: state.loai as 'admission' | 'readmission' }),
  }
  const asTable = state.dang === 'bang'
  const order = state.xep === 'name' || state.xep === 'stageSince' ? (state.xep as 'name' | 'stageSince') : ('urgency' as const)
  const column = state['giai-doan'] as BoardColumn
  return asTable ? { ...shared, order, page: Number(state.trang) || 1, ...(column && { column }) } : { ...shared, perColumn: PER_COLUMN }
}

/** The filters of the board as they stand in the address, the filter row, and what they find. */
export function useBoard() {
  const [state, set] = useAddressState(empty)
  const places = usePlaces()
  const input = inputOf(state, useViewed())
  const read = useRead([ROOM, 'cases', input], (signal) => admission.listCases(input, { signal }))
  const asTable = state.dang === 'bang'
  const filters: Filter[] = [
    ...(places.length > 1 ? [{ kind: 'list' as const, name: 'to-chuc', label: word('filterPlace'), value: state['to-chuc'], choices: places }] : []),
    ...(asTable ? [{ kind: 'list' as const, name: 'giai-doan', label: word('filterColumn'), value: state['giai-doan'], choices: boardColumns.map((column) => ({ value: column, label: columnNames[column] })) }] : []),
    { kind: 'list', name: 'nguoi', label: word('filterOwner'), value: state.nguoi, choices: Object.entries(ownerNames).map(([value, label]) => ({ value, label })) },
    { kind: 'list', name: 'loai', label: word('filterKind'), value: state.loai, choices: (['admission', 'readmission'] as const).map((value) => ({ value, label: kindNames[value] })) },
    { kind: 'text', name: 'ten', label: word('filterName'), value: state.ten },
    { kind: 'switch', name: 'qua-han', label: word('filterLate'), value: state['qua-han'] === '1' },
    { kind: 'switch', name: 'tra-lai', label: word('filterReturned'), value: state['tra-lai'] === '1' },
  ]
  const change = (name: string, value: string) => set({ [name]: value } as Partial<BoardState>)
  const { perColumn: _p, page: _n, ...asked } = input as typeof input & { perColumn?: number; page?: number }
  return { state, set, change, filters, read, asTable, asked }
}

/** The filters of the address that stay when another view of the same files is opened. */
export const sameFilters = (state: BoardState): Record<string, string> =>
  Object.fromEntries(Object.entries(state).filter(([name, value]) => value && !['dang', 'trang', 'giai-doan', 'xep'].includes(name)))
