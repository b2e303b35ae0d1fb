import { FailureBox, GreyLines, Page, useDesk, useGoesOn, useParams, useRead } from '../../../../platform/ui-kit/index.ts'
import { memberSheet, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'
import { SheetPage } from './sheet-page.tsx'
import './sheet.css'

/** The member sheet of one person, now and on any day. */
export default function SheetScreen() {
  const { id } = useParams<{ id: string }>()
  const { asOf, knownAt } = useDesk()
  const read = useRead([ROOM, 'sheet', id], (signal) => memberSheet.findSheet({ personId: id, asOf, knownAt }, { signal }))
  useGoesOn('memberSheet', id, read, read.value?.personId)
  if (read.value?.personId === id) return <SheetPage key={id} sheet={read.value} />
  return <Page title={word('sheet')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
