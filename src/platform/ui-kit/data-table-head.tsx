import type { Column, Selection, Sort } from './data-table-types.ts'
import { say } from './say.ts'

type HeadProps<Row> = {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  selection?: Selection | undefined
  onSelect?: ((selection: Selection) => void) | undefined
}

function SelectPage<Row>({ rows, rowKey, selection, onSelect }: HeadProps<Row>) {
  const keys = rows.map(rowKey)
  const chosen = keys.filter((key) => selection?.everything || selection?.keys.has(key)).length
  const allChosen = keys.length > 0 && chosen === keys.length
  return (
    <input
      type="checkbox"
      className="checkbox"
      aria-label={say('list.selectPage')}
      checked={allChosen}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && !allChosen
      }}
      onChange={() => onSelect?.({ keys: new Set(allChosen ? [] : [...(selection?.keys ?? []), ...keys]), everything: false })}
    />
  )
}

function HeadCell<Row>({ column, sort, onSort, rowSpan }: { column: Column<Row>; sort?: Sort | undefined; onSort?: ((sort: Sort) => void) | undefined; rowSpan?: number | undefined }) {
  const sorted = sort?.by === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" rowSpan={rowSpan} aria-sort={sorted} className={column.number ? 'number-cell' : undefined} style={column.width ? { width: column.width } : undefined}>
      {column.sortable && onSort ? (
        <button type="button" className="sort-button" onClick={() => onSort({ by: column.id, descending: sorted === 'ascending' })}>
          {column.title}
          <span className="sort-arrow" aria-hidden="true">{sorted === 'ascending' ? '↑' : sorted === 'descending' ? '↓' : ''}</span>
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

/** Neighbouring columns of the same group, each run once. */
function groupRuns<Row>(columns: readonly Column<Row>[]): { group: string | undefined; columns: Column<Row>[] }[] {
  const runs: { group: string | undefined; columns: Column<Row>[] }[] = []
  for (const column of columns) {
    const last = runs.at(-1)
    if (last && column.group && last.group === column.group) last.columns.push(column)
    else runs.push({ group: column.group, columns: [column] })
  }
  return runs
}

export function TableHead<Row>(props: HeadProps<Row>) {
  const grouped = props.columns.some((column) => column.group)
  const select = props.onSelect && (
    <th scope="col" className="select-cell" rowSpan={grouped ? 2 : undefined}>
      <SelectPage {...props} />
    </th>
  )
  const cell = (column: Column<Row>, rowSpan?: number) => <HeadCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} rowSpan={rowSpan} />
  if (!grouped)
    return (
      <thead>
        <tr>
          {select}
          {props.columns.map((column) => cell(column))}
        </tr>
      </thead>
    )
  return (
    <thead>
      <tr className="head-groups">
        {select}
        {groupRuns(props.columns).map((run) =>
          run.group ? (
            <th key={run.columns[0]!.id} scope="colgroup" colSpan={run.columns.length} className="group-cell">
              {run.group}
            </th>
          ) : (
            cell(run.columns[0]!, 2)
          ),
        )}
      </tr>
      <tr>{props.columns.filter((column) => column.group).map((column) => cell(column))}</tr>
    </thead>
  )
}
