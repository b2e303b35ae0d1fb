import { countText, DataTable, NumberLink, ShareBar, shareText, type Column } from '../../../../platform/ui-kit/index.ts'
import { faultKinds, type FaultKind } from '../../codes.ts'
import type { Score, Unit } from '../client.ts'
import { word, type Word } from '../words.vi.ts'
import { useWorkLink } from './work-link.ts'

const kindWords: Readonly<Record<FaultKind, Word>> = { missing: 'colMissing', impossible: 'colImpossible', disagreeing: 'colDisagreeing', stale: 'colStale' }

/** Organisations, the worst first; every number opens the list behind it. */
export function UnitTable({ score, waiting, onOpen }: { score: Score; waiting: boolean; onOpen: (id: string) => void }) {
  const link = useWorkLink()
  const isOwn = (unit: Unit) => unit.organisationId === score.organisation.id
  const open = (unit: Unit, kind?: FaultKind) => (
    <NumberLink count={kind ? unit.byKind[kind] : unit.open} size="cell" label={`${kind ? word(kindWords[kind]) : word('openWord')}: ${unit.shortName}`}
      {...((kind ? unit.byKind[kind] : unit.open) > 0 && !(isOwn(unit) && score.units.length > 1) ? { to: link({ 'to-chuc': unit.organisationId, loai: kind }) } : {})} />
  )
  const columns: Column<Unit>[] = [
    { id: 'unit', title: word('colUnit'), width: '30%', cell: (unit) => isOwn(unit)
      ? (score.units.length > 1 ? word('ownCommittee') : unit.name) : <button type="button" className="as-link" onClick={() => onOpen(unit.organisationId)}>{unit.name}</button> },
    { id: 'score', title: word('colScore'), number: true, tight: true, cell: (unit) => (unit.score === null ? '' : shareText(unit.score, 1)) },
    { id: 'bar', title: word('colBar'), width: '16%', wide: true, cell: (unit) => <ShareBar share={unit.score ?? 0} /> },
    ...faultKinds.map((kind): Column<Unit> => ({ id: kind, title: word(kindWords[kind]), group: word('groupKinds'), number: true, tight: true, cell: (unit) => open(unit, kind) })),
    { id: 'open', title: word('colOpen'), number: true, tight: true, cell: (unit) => open(unit) },
    { id: 'checked', title: word('colChecked'), number: true, tight: true, cell: (unit) => countText(unit.checked) },
  ]
  const { total } = score
  return (
    <DataTable caption={word('byUnit')} columns={columns} rows={score.units} rowKey={(unit) => unit.organisationId} waiting={waiting} empty={word('unitsEmpty')}
      totals={{
        unit: word('all'), score: total.score === null ? '' : shareText(total.score, 1), ...Object.fromEntries(faultKinds.map((kind) => [kind, countText(total.byKind[kind])])),
        open: countText(total.open), checked: countText(total.checked),
      }} />
  )
}
