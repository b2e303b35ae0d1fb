import { ROWS_PER_PAGE, useAddressState, useRead, useViewed, type Filter } from '../../../../../platform/ui-kit/index.ts'
import { admission, ROOM } from '../../client.ts'
import { ownerNames, word, type Owner } from '../../words.vi.ts'
import { usePlaces } from '../use-places.ts'

const empty = { 'to-chuc': '', nhom: '', nguoi: '', ten: '', trang: '1' }
export type RecognitionState = typeof empty

/** How many days ahead the end of a probation is counted as near. */
const WITHIN = 30

const groups = { 'qua-han': 'late', 'sap-het': 'dueSoon', 'chua-co': 'withoutFile' } as const
type Group = keyof typeof groups

/** The list of probationers as the address asks for it, of the viewed day. */
export function useRecognitions() {
  const [state, set] = useAddressState(empty)
  const places = usePlaces()
  const viewed = useViewed()
  const input = {
    page: Number(state.trang) || 1, size: ROWS_PER_PAGE, within: WITHIN, ...viewed, ...(state['to-chuc'] && { organisationId: state['to-chuc'] }), ...(state.nguoi && { owner: state.nguoi as Owner }),
    ...(state.ten && { search: state.ten }), ...(state.nhom in groups && { only: groups[state.nhom as Group] }),
  }
  const read = useRead([ROOM, 'confirmations', input], (signal) => admission.listConfirmations(input, { signal }))
  const filters: Filter[] = [
    ...(places.length > 1 ? [{ kind: 'list' as const, name: 'to-chuc', label: word('filterPlace'), value: state['to-chuc'], choices: places }] : []),
    { kind: 'list', name: 'nhom', label: word('filterOnly'), value: state.nhom, choices: [{ value: 'qua-han', label: word('onlyLate') }, { value: 'sap-het', label: word('onlySoon') }, { value: 'chua-co', label: word('onlyNoFile') }] },
    { kind: 'list', name: 'nguoi', label: word('filterOwner'), value: state.nguoi, choices: Object.entries(ownerNames).map(([value, label]) => ({ value, label })) },
    { kind: 'text', name: 'ten', label: word('filterName'), value: state.ten },
  ]
  const change = (name: string, value: string) => set({ [name]: value } as Partial<RecognitionState>)
  const { page: _p, size: _s, ...asked } = input
  return { state, set, change, filters, read, asked, within: WITHIN }
}
