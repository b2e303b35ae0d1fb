import { useState } from 'react'
import { ActBox, AppLink, Box, Button, Columns, DataTable, FailureBox, GreyLines, Page, Section, SummaryList, TextArea, useAct, useAddress, useDesk, useParams, usePlace, useRead, useTell, type Column } from '../../../../platform/ui-kit/index.ts'
import { duplicates, ROOM, type Joining } from '../client.ts'
import { bornWords, day } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { JoiningMark } from './joining-list.tsx'

function PartForm({ joining, onLeave }: { joining: Joining; onLeave: () => void }) {
  const tell = useTell()
  const address = useAddress()
  const place = usePlace()
  const [reason, setReason] = useState('')
  const act = useAct(duplicates.partRecords, {
    refresh: [[ROOM], ['members'], ['reminders']], onDone: ({ pairId }) => { tell(word('partDone')); if (pairId) place.go(address('duplicatePair', { id: pairId })); else onLeave() },
  })
  return (
    <ActBox title={word('partTitle')} act={act} doing={word('partDo')} required={[['reason', word('partReason'), reason.trim() !== '']]} onAct={() => void act.run({ joiningId: joining.id, version: joining.version, reason })} onLeave={onLeave}>
      <p className="hint">{word('partHint')}</p>
      <TextArea name="reason" label={word('partReason')} value={reason} onChange={setReason} maxLength={500} />
    </ActBox>
  )
}

/** Why the two cannot be parted, when they cannot. */
function Hindrance({ joining }: { joining: Joining }) {
  const { roleName } = useDesk()
  if (joining.undoneOn || joining.mayPart) return null
  const words = joining.builtSince.length > 0 ? word('cannotPartWhy', { what: joining.builtSince.map(({ what }) => what).join(', ') }) : roleName === 'grassrootsOfficer' ? word('notYours') : null
  return words && <Section title={word('cannotPart')}><Box tone="soon">{words}</Box></Section>
}

function Brought({ joining }: { joining: Joining }) {
  const moved: Column<Joining['moved'][number]>[] = [{ id: 'what', title: word('colWhat'), cell: ({ what }) => what }, { id: 'rows', title: word('colRows'), number: true, cell: ({ rows }) => rows }]
  const kept: Column<Joining['notTaken'][number]>[] = [{ id: 'item', title: word('colItem'), width: '40%', cell: ({ label }) => label }, { id: 'value', title: word('colValue'), cell: ({ value }) => value ?? word('covered') }]
  return (
    <>
      <Section title={word('moved')}><DataTable caption={word('moved')} columns={moved} rows={joining.moved} rowKey={({ what }) => what} /></Section>
      <Section title={word('notTaken')}>{joining.notTaken.length ? <DataTable caption={word('notTaken')} columns={kept} rows={joining.notTaken} rowKey={({ field }) => field} /> : <p className="hint">{word('notTakenNone')}</p>}</Section>
    </>
  )
}

function Facts({ joining }: { joining: Joining }) {
  const person = (name: string, born: string | null, cell: string) => ({ value: name, note: [bornWords(born), cell].filter(Boolean).join(' · ') })
  const rows = [
    { label: word('colState'), value: <JoiningMark joining={joining} /> }, { label: word('colSurvivor'), ...person(joining.survivor, joining.survivorBornOn, joining.cell) }, { label: word('colOther'), ...person(joining.other, joining.otherBornOn, joining.otherCell) },
    { label: word('colJoined'), value: day(joining.joinedOn), note: joining.joinedBy }, { label: word('reason'), value: joining.reason }, { label: word('basis'), value: joining.basis },
    { label: word('taken'), value: joining.taken.length ? joining.taken.join(', ') : word('takenNone') },
    ...(joining.undoneOn ? [{ label: word('undoReason'), value: joining.undoReason ?? '', note: word('decisionLine', { on: day(joining.undoneOn), by: joining.undoneBy ?? '' }) }] : []),
  ]
  return <Section title={word('facts')} boxed><SummaryList rows={rows} narrow /></Section>
}

function JoiningPage({ joining }: { joining: Joining }) {
  const address = useAddress()
  const [isParting, setParting] = useState(false)
  return (
    <Page alwaysToday title={word('joiningOf', { other: joining.other, survivor: joining.survivor })} crumbs={[{ label: word('menu'), to: address('duplicates') }, { label: word('viewJoined'), to: address('duplicates', {}, { muc: 'da-nhap' }) }, { label: word('joining') }]}
      tools={<><AppLink to={address('member', { id: joining.survivorId })}>{word('openSurvivor')}</AppLink><Button onClick={() => window.print()}>{word('print')}</Button></>}
      acts={!isParting && joining.mayPart && <Button onClick={() => setParting(true)}>{word('actPart')}</Button>}>
      {isParting && <PartForm joining={joining} onLeave={() => setParting(false)} />}
      <Hindrance joining={joining} />
      <Columns left={<Brought joining={joining} />} right={<Facts joining={joining} />} />
    </Page>
  )
}

/** One joining: what it brought together, what was not taken, and parting the two again. */
export default function JoiningScreen() {
  const { id } = useParams<{ id: string }>()
  const read = useRead([ROOM, 'joining', id], (signal) => duplicates.findJoining({ joiningId: id }, { signal }))
  if (read.value?.id === id) return <JoiningPage key={`${id}-${read.value.version}`} joining={read.value} />
  return <Page alwaysToday title={word('joining')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
