import { AppLink, BarPicture, countText, DataTable, dayText, decimalText, Loaded, NumberLink, useAddress, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { ROOM, sources, type CellRow } from '../client.ts'
import { bandWords, word } from '../outlook-words.vi.ts'
import { Block } from './block.tsx'

const SHOWN = 15
const bands = ['over60', '25-60', '13-24', '0-12'] as const

/** Cells by the time since they last admitted somebody; those of two terms by name, for no average may hide one. */
export function CellsBlock({ day }: { day: { asOf?: string; knownAt?: string } }) {
  const address = useAddress()
  const read = useRead([ROOM, 'cells'], (signal) => sources.listCellsBySources({ ...day, only: 'twoTerms', page: 1, size: SHOWN }, { signal }))
  const columns: Column<CellRow>[] = [
    { id: 'cell', title: word('columnCell'), cell: (row) => <AppLink to={address('sources', {}, { 'chi-bo': row.cellId })}>{[row.cellName, row.aboveName].filter(Boolean).join(' – ')}</AppLink> },
    { id: 'last', title: word('columnLast'), tight: true, cell: (row) => (row.lastAdmissionOn ? dayText(row.lastAdmissionOn) : word('never')) },
    { id: 'age', title: word('columnAge'), number: true, cell: (row) => (row.averageAge === null ? '–' : decimalText(row.averageAge)) },
    { id: 'young', title: word('columnYoung'), number: true, cell: (row) => countText(row.fullUnder35) },
    { id: 'followed', title: word('columnFollowed'), number: true, cell: (row) => (row.followed === 0 ? word('followsNobody') : <NumberLink size="cell" count={row.followed} to={address('sources', {}, { 'chi-bo': row.cellId })} />) },
  ]
  return (
    <Block title={word('cells')}>
      <Loaded read={read} lines={8}>
        {({ rows, summary }) => (
          <div className="term-quality">
            <div>
              <BarPicture caption={word('bandPicture')} bars={bands.map((band) => ({ label: bandWords[band], value: summary.byBand[band], to: address('sources', {}, { khoang: band }) }))} />
              <p>{word('nobody')} <NumberLink count={summary.followingNobody} to={address('sources', {}, { chi: 'followingNobody' })} label={word('nobody')} /></p>
              <p>{word('average')} <AppLink to={address('sources')}>{word('everyCell', { n: countText(summary.cells) })}</AppLink></p>
            </div>
            <div>
              <h3>{word('twoTerms', { n: countText(summary.twoTerms) })}</h3>
              <DataTable caption={word('twoTerms', { n: countText(summary.twoTerms) })} columns={columns} rows={rows} rowKey={(row) => row.cellId} empty={word('twoTermsNone')}
                foot={summary.twoTerms > rows.length ? <AppLink to={address('sources', {}, { chi: 'twoTerms' })}>{word('allTwoTerms', { n: countText(summary.twoTerms) })}</AppLink> : undefined} />
            </div>
          </div>
        )}
      </Loaded>
    </Block>
  )
}
