import { countText, DataTable, dayText, NumberLink, ShareBar, spokenShare, useAddress, type Column } from '../../../../platform/ui-kit/index.ts'
import type { Dashboard } from '../client.ts'
import { unionNames, word } from '../words.vi.ts'
import { Block } from './block.tsx'

type Row = Dashboard['massOrganisations'][number]

/** Mass organisations and who among them is not in the Party; never added up. */
export function UnionsBlock({ dashboard }: { dashboard: Dashboard }) {
  const address = useAddress()
  const { cells } = dashboard
  const columns: Column<Row>[] = [
    { id: 'union', title: word('columnUnion'), cell: (row) => unionNames[row.code] ?? row.code },
    { id: 'total', title: word('columnTotal'), number: true, cell: (row) => <NumberLink size="cell" count={row.total} to={address('massOrganisations')} /> },
    { id: 'bar', title: word('columnNonMembers'), width: '30%', cell: (row) => <ShareBar share={row.nonMembers / Math.max(1, row.total)} /> },
    { id: 'share', title: '%', number: true, tight: true, cell: (row) => <strong>{spokenShare(row.nonMembers, row.total)} ({countText(row.nonMembers)})</strong> },
    { id: 'reviewed', title: word('columnReviewed'), extra: true, cell: (row) => dayText(row.reviewedOn) },
  ]
  return (
    <Block title={word('sources')}>
      <DataTable caption={word('sources')} columns={columns} rows={dashboard.massOrganisations} rowKey={(row) => row.code} empty={word('notReviewed')} />
      <p className="hint">{word('notAdded')}</p>
      <p>{word('followed')} <NumberLink count={cells.followed} to={address('sources')} /> · {word('classDone')} <NumberLink count={cells.classDone} to={address('sources')} /></p>
    </Block>
  )
}
