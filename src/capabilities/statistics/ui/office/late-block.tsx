import { AppLink, countText, DataTable, NumberLink, shareText, StatusMark, useAddress, type Column } from '../../../../platform/ui-kit/index.ts'
import type { Dashboard } from '../client.ts'
import { levelNames, word } from '../words.vi.ts'
import { Block } from './block.tsx'

type Row = Dashboard['furthestBehind'][number]

type Late = NonNullable<Dashboard['late']>

/** The list of what is late, of one level where a level is one of those who act. */
const searchOf = (level: Late['byLevel'][number]['level'] | undefined) => ({ nhom: 'qua-han', ...(level && level !== 'others' ? { nguoi: level } : {}) })

function LateLine({ late }: { late: Late }) {
  const address = useAddress()
  return (
    <p>
      <StatusMark shape={late.total > 0 ? 'late' : 'done'}>{word('lateTotal', { n: countText(late.total) })}</StatusMark>
      {late.byLevel.filter((level) => level.late > 0).map(({ level, late: n }, i) => (
        <span key={level}>{i === 0 ? ': ' : ' · '}{levelNames[level]} <NumberLink count={n} to={address('work', {}, searchOf(level))} label={levelNames[level]} /></span>
      ))}
    </p>
  )
}

/** Where work hangs, and which organisations are furthest behind their target. */
export function LateBlock({ dashboard }: { dashboard: Dashboard }) {
  const address = useAddress()
  const columns: Column<Row>[] = [
    { id: 'name', title: word('furthest'), cell: (row) => <AppLink to={address('organisation', { id: row.organisationId })}>{row.shortName}</AppLink> },
    { id: 'target', title: word('columnTarget'), number: true, cell: (row) => countText(row.target) },
    { id: 'admitted', title: word('columnAdmitted'), number: true, cell: (row) => countText(row.admitted) },
    { id: 'share', title: word('columnShare'), number: true, cell: (row) => shareText(row.admitted, row.target) },
    { id: 'behind', title: word('columnBehind'), number: true, cell: (row) => <strong>{word('peopleBehind', { n: countText(row.behind) })}</strong> },
  ]
  return (
    <Block title={word('whereLate')}>
      {dashboard.late ? <LateLine late={dashboard.late} /> : <p>{word('latePast')}</p>}
      <DataTable caption={word('furthest')} columns={columns} rows={dashboard.furthestBehind} rowKey={(row) => row.organisationId} empty={word('noneBehind')}
        foot={<AppLink to={address('targets')}>{word('allOrganisations', { n: dashboard.organisationsWithTarget })}</AppLink>} />
    </Block>
  )
}
