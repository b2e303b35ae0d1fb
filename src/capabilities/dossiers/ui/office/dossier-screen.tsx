import '../dossiers.css'
import { FailureBox, GreyLines, Page, useGoesOn, useParams, useRead, useViewed } from '../../../../platform/ui-kit/index.ts'
import { dossiers, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'
import { DossierPageView } from './dossier-page.tsx'

/** The dossier of one member. */
export default function DossierScreen() {
  const viewed = useViewed()
  const { id } = useParams<{ id: string }>()
  const read = useRead([ROOM, 'dossier', id], (signal) => dossiers.findDossier({ personId: id, ...viewed }, { signal }))
  useGoesOn('dossier', id, read, read.value?.person.id)
  // While another dossier is on the way the former one must not stand under the address.
  if (read.value?.person.id === id) return <DossierPageView page={read.value} />
  return <Page title={word('dossier')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
