import { useAddressState, useDesk } from '../../../../../platform/ui-kit/index.ts'
import { unionCodes } from '../../../codes.ts'
import { CellsView } from './cells-view.tsx'
import { ReachView } from './reach-view.tsx'
import { PeopleView } from './people-view.tsx'

/**
 * Where sources dry up: cells driest first, of the whole part or of the place that the address names; a cell's own people for its secretary,
 * when a cell is chosen, or when the address names a mass organisation to which people belong.
 */
export default function SourcesScreen() {
  const { roleName } = useDesk()
  const [{ 'chi-bo': cell, 'to-chuc': place, 'doan-the': union, 'phat-hien': found, cach }] = useAddressState({ 'chi-bo': '', 'to-chuc': '', 'doan-the': '', 'phat-hien': '', cach: '' })
  const ofUnion = unionCodes.some((code) => code === union)
  if (cach === 'chi-tieu' && !cell) return <ReachView placeId={place} />
  return roleName === 'cellSecretary' || cell || ofUnion || found ? <PeopleView placeId={cell || place} /> : <CellsView placeId={place} />
}
