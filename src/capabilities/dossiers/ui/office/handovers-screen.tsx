import '../dossiers.css'
import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import {
  ActBox, AppLink, Button, Checkbox, ComboBox, countText, DataTable, DayField, FailureBox, Page, TextField, useAddress, useAddressState, useDesk, usePlace, useIsPast, useRead, useViewed, type Column, type ComboItem,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { dossiers, ROOM } from '../client.ts'
import { day } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { useDossierAct } from './use-dossier-act.ts'
import { searchKeepers } from './search-keepers.ts'

type Row = Awaited<ReturnType<typeof dossiers.listHandovers>>['rows'][number]
const PAGE = 50

/** All dossiers of a keeper go to another one; the list is shown to be signed. */
function HandoverForm({ onLeave }: { onLeave: () => void }) {
  const { today } = useDesk()
  const address = useAddress()
  const place = usePlace()
  const [from, setFrom] = useState<ComboItem>()
  const [to, setTo] = useState<ComboItem>()
  const [toName, setToName] = useState('')
  const [handedOn, setHandedOn] = useState<PlainDate | undefined>(today)
  const [handedBy, setHandedBy] = useState('')
  const [receivedBy, setReceivedBy] = useState('')
  const [basis, setBasis] = useState('')
  const [leaveLent, setLeaveLent] = useState(false)
  const act = useDossierAct(dossiers.moveKeeper, ({ dossiers: n }) => word('handedOver', { n: countText(n) }), ({ handoverId }) => place.go(address('dossierHandover', { id: handoverId })))
  return (
    <ActBox title={word('actHandOver')} act={act} doing={word('actHandOver')} onLeave={onLeave}
      required={[['fromKeeperId', word('fromKeeper'), from !== undefined], ['handedOn', word('handedOn'), handedOn !== undefined], ['handedBy', word('handedBy'), handedBy.trim() !== ''], ['receivedBy', word('receivedBy'), receivedBy.trim() !== ''], ['basis', word('basis'), basis.trim() !== '']]}
      onAct={() => void act.run({ fromKeeperId: from!.id, ...(to ? { toKeeperId: to.id } : {}), ...(toName.trim() ? { toName } : {}), leaveLent, handedOn: handedOn!, handedBy, receivedBy, basis })}>
      <p className="hint">{word('handoverAll')}</p>
      <ComboBox name="fromKeeperId" label={word('fromKeeper')} value={from} onChange={setFrom} search={searchKeepers} />
      <ComboBox name="toKeeperId" label={word('toKeeper')} hint={word('toHint')} value={to} onChange={setTo} search={searchKeepers} optional />
      <TextField name="toName" label={word('toName')} value={toName} onChange={setToName} maxLength={200} optional />
      <Checkbox name="leaveLent" label={word('leaveLent')} checked={leaveLent} onChange={setLeaveLent} />
      <DayField name="handedOn" label={word('handedOn')} value={handedOn} onChange={setHandedOn} />
      <TextField name="handedBy" label={word('handedBy')} value={handedBy} onChange={setHandedBy} maxLength={120} />
      <TextField name="receivedBy" label={word('receivedBy')} value={receivedBy} onChange={setReceivedBy} maxLength={120} />
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={300} />
    </ActBox>
  )
}

/** Dossiers that went from one keeper to another. */
export default function HandoversScreen() {
  const isPast = useIsPast()
  const viewed = useViewed()
  const { roleName } = useDesk()
  const address = useAddress()
  const [state, set] = useAddressState({ viec: '', trang: '1' })
  const page = Number(state.trang) || 1
  const read = useRead([ROOM, 'handovers', page], (signal) => dossiers.listHandovers({ ...viewed, page, size: PAGE }, { signal }))
  const may = !isPast && ['superiorOfficer', 'grassrootsOfficer'].includes(roleName ?? '')
  const columns: Column<Row>[] = [
    { id: 'on', title: word('colOn'), tight: true, cell: (row) => <AppLink to={address('dossierHandover', { id: row.id })}>{day(row.handedOn)}</AppLink> },
    { id: 'from', title: word('colFrom'), width: '28%', cell: (row) => row.fromKeeper },
    { id: 'to', title: word('colTo'), width: '28%', cell: (row) => row.toKeeper },
    { id: 'count', title: word('colCount'), number: true, cell: (row) => countText(row.dossiers) },
    { id: 'basis', title: word('basis'), cell: (row) => row.basis },
  ]
  return (
    <Page title={word('handoversTitle')} crumbs={[{ label: word('menu'), to: address('dossiers') }, { label: word('handoversTitle') }]} tools={<ListTools list="handovers" asked={viewed} />}
      main={may && !state.viec && <Button look="main" onClick={() => set({ viec: 'ban-giao' })}>{word('actHandOver')}</Button>}>
      {may && state.viec === 'ban-giao' && <HandoverForm onLeave={() => set({ viec: '' })} />}
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('handoversTitle')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('dossierHandover', { id: row.id })} waiting={read.waiting}
          empty={word('handoversEmpty')} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={(next) => set({ trang: String(next) })} />
      )}
    </Page>
  )
}
