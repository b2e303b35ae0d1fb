import '../dossiers.css'
import { AppLink, countText, DataTable, Loaded, Page, useAddress, useParams, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { dossiers, ROOM, type Handover } from '../client.ts'
import { bornYear, day } from '../marks.tsx'
import { word } from '../words.vi.ts'

type Line = Handover['lines'][number]

/** The list of a handover, to be printed and signed by both sides. */
export default function HandoverScreen() {
  const { id } = useParams<{ id: string }>()
  const address = useAddress()
  const read = useRead([ROOM, 'handover', id], (signal) => dossiers.findHandover({ handoverId: id }, { signal }))
  const columns: Column<Line>[] = [
    { id: 'ordinal', title: word('colOrdinal'), number: true, cell: (line) => line.ordinal },
    { id: 'name', title: word('colName'), width: '24%', cell: (line) => <AppLink to={address('dossier', { id: line.personId })}>{line.fullName}</AppLink> },
    { id: 'born', title: word('colBorn'), number: true, cell: (line) => bornYear(line.bornOn) },
    { id: 'cell', title: word('colCell'), cell: (line) => line.cell },
    { id: 'papers', title: word('colPaperCount'), number: true, cell: (line) => line.papers },
    { id: 'pages', title: word('colPageCount'), number: true, cell: (line) => line.pages },
    { id: 'missing', title: word('colMissing'), width: '32%', cell: (line) => line.missing.join('; ') },
  ]
  return (
    <Page title={word('handoverTitle')} crumbs={[{ label: word('menu'), to: address('dossiers') }, { label: word('handoversTitle'), to: address('dossierHandovers') }, { label: word('handoverTitle') }]}
      tools={<ListTools list="handover" asked={{ handoverId: id }} />}>
      <Loaded read={read} lines={8}>
        {(handover) => (
          <>
            <p>{word('handoverNote', { from: handover.fromKeeper, to: handover.toKeeper, day: day(handover.handedOn), basis: handover.basis })}</p>
            <DataTable caption={word('handoverTitle')} columns={columns} rows={handover.lines} rowKey={(line) => line.personId} foot={word('handoverTotal', { n: countText(handover.dossiers) })} />
            {handover.outsideReach > 0 && <p className="hint">{word('outside', { n: countText(handover.outsideReach) })}</p>}
            <div className="handover-signs">
              <p><strong>{word('handedBy')}</strong><br /><span className="hint">{word('sign')}</span><br />{handover.handedBy}</p>
              <p><strong>{word('receivedBy')}</strong><br /><span className="hint">{word('sign')}</span><br />{handover.receivedBy}</p>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}
