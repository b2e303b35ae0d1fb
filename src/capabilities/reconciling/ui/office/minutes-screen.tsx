import '../minutes.css'
import { AppLink, Button, countText, DataTable, Loaded, Page, Section, useAddress, useParams, useRead, useViewed, type Column } from '../../../../platform/ui-kit/index.ts'
import { ListExport } from '../../../audit/ui/index.ts'
import { kindNames, saidNames, settledWords, sideNames } from '../../messages.vi.ts'
import type { SaidField } from '../../codes.ts'
import { reconciling, ROOM, type Minutes } from '../client.ts'
import { day, nameWithYear, saidText, uncertain } from '../marks.tsx'
import { word } from '../words.vi.ts'

type Name = Minutes['names'][number] & { readonly number: number }
type Change = Minutes['changes'][number]

const nameColumns: Column<Name>[] = [
  { id: 'number', title: word('colNumber'), number: true, cell: (row) => row.number }, { id: 'name', title: word('colName'), width: '32%', cell: (row) => row.fullName }, { id: 'born', title: word('colBorn'), tight: true, cell: (row) => (row.bornOn ? uncertain(row.bornOn) : '') },
  { id: 'cell', title: word('colCell'), width: '34%', cell: (row) => row.cellName }, { id: 'card', title: word('colCard'), cell: (row) => row.cardNumber },
]

function changeWords({ kind, fields }: Change): string {
  if (kind === 'gone') return word('changeGone')
  return kind === 'come' ? word('changeCome') : word('changeChanged', { fields: fields.map((field) => saidNames[field as SaidField] ?? field).join(', ') })
}

/** What of the signed day is otherwise now, by name and cause; not printed with the minutes. */
function Changes({ minutes }: { minutes: Minutes }) {
  const address = useAddress()
  if (minutes.signatures.length === 0) return null
  const columns: Column<Change>[] = [
    { id: 'name', title: word('colName'), cell: (row) => <AppLink to={address('member', { id: row.personId })}>{nameWithYear(row)}</AppLink> }, { id: 'cell', title: word('colCell'), cell: (row) => row.cellName },
    { id: 'change', title: word('changes'), cell: changeWords }, { id: 'cause', title: word('taskSettled'), cell: (row) => (row.cause ? settledWords(row.cause) : word('changeNoCause')) },
  ]
  return (
    <div className="minutes-aside">
      <Section title={word('changes')}>
        {minutes.changes.length === 0 ? <p>{word('changesNone')}</p> : <DataTable caption={word('changes')} columns={columns} rows={minutes.changes} rowKey={(row) => row.personId} />}
      </Section>
    </div>
  )
}

function Paper({ minutes }: { minutes: Minutes }) {
  const isAgreed = minutes.signatures.length === 2
  return (
    <section className="minutes-paper" aria-label={word('minutes')}>
      <div className="minutes-head"><p><strong>{minutes.superior.toUpperCase()}</strong><br />{minutes.organisation}</p><p><span className="minutes-party">{word('party')}</span></p></div>
      <h2 className="minutes-title">{word('minutesTitle')}</h2>
      <p>{word('minutesSummary', { day: day(minutes.asOf), organisation: minutes.organisation })}</p>
      <p>{word('minutesNumbers', { ours: countText(minutes.ours), theirs: countText(minutes.theirs), settled: minutes.settled, rejected: minutes.rejected, standing: minutes.standing.length })}</p>
      <p><strong>{word(isAgreed ? 'minutesAgreed' : 'minutesOpen', { number: countText(minutes.number) })}</strong></p>
      {minutes.standing.length > 0 && <><h3>{word('minutesStanding')}</h3><ul>{minutes.standing.map((each) => <li key={each.id}>{nameWithYear(each)}: {[kindNames[each.kind], saidText(each.theirs), each.reason].filter(Boolean).join('; ')}</li>)}</ul></>}
      <div className="minutes-signs">
        {(['superior', 'grassroots'] as const).map((side) => {
          const signed = minutes.signatures.find((each) => each.side === side)
          return <p key={side}><strong>{sideNames[side].toUpperCase()}</strong><br /><em>{signed ? day(signed.signedOn) : word('blankSign')}</em><br />{signed?.signer}</p>
        })}
      </div>
      <DataTable caption={word('minutesNames', { n: countText(minutes.names.length) })} showCaption columns={nameColumns} rows={minutes.names.map((name, i) => ({ ...name, number: i + 1 }))} rowKey={(row) => row.personId} />
    </section>
  )
}

/** The minutes of a reconciliation with the names behind the number, ready to print. */
export default function MinutesScreen() {
  const { id } = useParams<{ id: string }>()
  const address = useAddress()
  const viewed = useViewed()
  const read = useRead([ROOM, 'minutes', id], (signal) => reconciling.findMinutes({ reconciliationId: id, ...viewed }, { signal }))
  return (
    <Page title={word('minutes')} crumbs={[{ label: word('menu'), to: address('reconciliations') }, { label: read.value?.organisation ?? word('title'), to: address('reconciliation', { id }) }, { label: word('minutes') }]}
      tools={<><Button onClick={() => window.print()}>{word('printIt')}</Button><ListExport list="agreedNames" asked={{ reconciliationId: id, ...viewed }} takers={['superiorOfficer', 'grassrootsOfficer', 'cellSecretary']} /></>}>
      <Loaded read={read} lines={10}>{(minutes) => <><Changes minutes={minutes} /><Paper minutes={minutes} /></>}</Loaded>
    </Page>
  )
}
