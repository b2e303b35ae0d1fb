import { countText, DataTable, type Column } from '../../../../platform/ui-kit/index.ts'
import { fateNames } from '../../messages.vi.ts'
import type { Outcome } from '../client.ts'
import { word, type Word } from '../words.vi.ts'

type Side = NonNullable<Outcome['before']>

const group = (side: 'before' | 'after', title: Word): Column<Outcome>[] => {
  const of = (show: (each: Side) => string) => (row: Outcome) => (row[side] ? show(row[side]) : word('none'))
  return [
    { id: `${side}-name`, title: word('colName'), group: word(title), width: '22%', cell: (row) => (row[side] ? <span className="plan-name">{row[side].name}<small>{row[side].typeName}{row[side].code ? ` · ${row[side].code}` : ''}</small></span> : word('none')) },
    { id: `${side}-parent`, title: word('colParent'), group: word(title), width: '15%', cell: of(({ parent }) => parent ?? word('none')) },
    { id: `${side}-cells`, title: word('colCells'), group: word(title), number: true, cell: of(({ cells }) => countText(cells)) },
    { id: `${side}-members`, title: word('colMembers'), group: word(title), number: true, cell: of(({ members }) => countText(members)) },
    { id: `${side}-full`, title: word('colFull'), group: word(title), number: true, cell: of(({ full }) => countText(full)) },
  ]
}

/** The tree before and after side by side: every organisation that changes or whose numbers do. */
export function Picture({ outcomes }: { outcomes: readonly Outcome[] }) {
  const columns: Column<Outcome>[] = [{ id: 'fate', title: word('colWhat'), tight: true, cell: (row) => fateNames[row.fate] }, ...group('before', 'before'), ...group('after', 'after')]
  return <DataTable caption={word('picture')} columns={columns} rows={outcomes} rowKey={(row) => row.organisationId} empty={word('nothingTouched')} rowTone={(row) => (row.fate === 'ended' ? 'soon' : undefined)} />
}
