import './mass.css'
import { useState } from 'react'
import { Button, Loaded, Page, useIsPast } from '../../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../../audit/ui/index.ts'
import { NotReviewed } from './not-reviewed.tsx'
import { PlacesTable } from './places-table.tsx'
import { ReviewDrawer } from './review-drawer.tsx'
import { UnionsTable } from './unions-table.tsx'
import { useMass } from './use-mass.ts'
import { word } from './words.vi.ts'

/** How many members of mass organisations are not in the Party, by mass organisation and by place. */
export default function MassScreen() {
  const mass = useMass()
  const { place, read, union } = mass
  const isPast = useIsPast()
  const [start, setStart] = useState<{ organisationId: string; union: string }>()
  const update = (organisationId: string) => setStart({ organisationId, union: union ?? '' })
  const mayUpdate = read.value?.mayRecord === true && place.id !== undefined && !isPast
  return (
    <Page
      title={word('title')} note={!place.isOwn && place.name} crumbs={place.crumbs}
      tools={<ListTools list="massOrganisations" asked={mass.asked} />}
      main={mayUpdate && <Button look="main" onClick={() => update(read.value?.places.length ? '' : place.id!)}>{word('update')}</Button>}
    >
      <Loaded read={read} lines={8}>
        {(reviews) => (
          <>
            <NotReviewed reviews={reviews} />
            <UnionsTable mass={mass} reviews={reviews} />
            <PlacesTable mass={mass} reviews={reviews} onUpdate={mayUpdate ? update : undefined} />
            {place.id !== undefined && <ReviewDrawer reviews={reviews} own={{ id: place.id, name: place.name }} start={start} onClose={() => setStart(undefined)} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
