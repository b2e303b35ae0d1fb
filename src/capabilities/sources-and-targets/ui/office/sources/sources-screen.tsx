import { useAddressState, useDesk } from '../../../../../platform/ui-kit/index.ts'
import { CellsView } from './cells-view.tsx'
import { PeopleView } from './people-view.tsx'

/** Where sources dry up: cells driest first; a cell's own people for its secretary, or when a cell is chosen. */
export default function SourcesScreen() {
  const { roleName } = useDesk()
  const [{ 'chi-bo': cell }] = useAddressState({ 'chi-bo': '' })
  return roleName === 'cellSecretary' || cell ? <PeopleView cellId={cell} /> : <CellsView />
}
