import { Covered, DataTable, Section, StatusMark, type Column } from '../../../../platform/ui-kit/index.ts'
import type { Field, Pair } from '../client.ts'
import { word } from '../words.vi.ts'

/** How the two stand to each other on one item: said in words, with a shape. */
function Verdict({ field }: { field: Field }) {
  if (!field.differs) return <StatusMark shape="done" plain>{word('same')}</StatusMark>
  if (field.needsChoice) return <StatusMark shape="today" plain>{word('different')}</StatusMark>
  const isFirst = field.covered ? undefined : field.first !== null
  return <StatusMark shape="notRequired" plain>{word(isFirst === undefined ? 'different' : isFirst ? 'onlyFirst' : 'onlySecond')}</StatusMark>
}

function Value({ field, side }: { field: Field; side: 'first' | 'second' }) {
  const text = field[side]
  if (field.covered && text === null) return <Covered />
  return text === null ? <span className="hint">{word('unknown')}</span> : <span className={field.needsChoice ? 'pair-value-different' : undefined}>{text}</span>
}

const Lines = ({ lines }: { lines: readonly string[] }) => (lines.length === 0 ? <span className="hint">{word('notMember')}</span> : <ul className="pair-lines">{lines.map((line) => <li key={line}>{line}</li>)}</ul>)

/** What the two records say, item by item. Differences first. */
export function SideBySide({ pair }: { pair: Pair }) {
  const columns: Column<Field>[] = [
    { id: 'item', title: word('colItem'), width: '22%', cell: (field) => field.label },
    { id: 'first', title: word('colFirst'), width: '29%', cell: (field) => <Value field={field} side="first" /> },
    { id: 'second', title: word('colSecond'), width: '29%', cell: (field) => <Value field={field} side="second" /> },
    { id: 'verdict', title: word('colSame'), tight: true, cell: (field) => <Verdict field={field} /> },
  ]
  const order = (field: Field) => (field.needsChoice ? 0 : field.differs ? 1 : 2)
  const things: Column<Pair['belongings'][number]>[] = [
    { id: 'what', title: word('colWhat'), cell: ({ what }) => what },
    { id: 'first', title: word('colFirst'), width: '29%', number: true, cell: ({ first }) => first },
    { id: 'second', title: word('colSecond'), width: '29%', number: true, cell: ({ second }) => second },
  ]
  return (
    <Section title={word('sideBySide')}>
      <DataTable caption={word('sideBySide')} columns={columns} rows={pair.fields.toSorted((a, b) => order(a) - order(b))} rowKey={(field) => field.field} rowTone={(field) => (field.needsChoice ? 'soon' : undefined)} />
      <Section title={word('membership')} level={3}>
        <div className="data-table-frame">
          <table className="data-table">
            <caption className="visually-hidden">{word('membership')}</caption>
            <thead><tr><th scope="col">{word('colFirst')}</th><th scope="col">{word('colSecond')}</th></tr></thead>
            <tbody><tr><td><Lines lines={pair.membership.first} /></td><td><Lines lines={pair.membership.second} /></td></tr></tbody>
          </table>
        </div>
      </Section>
      {pair.belongings.length > 0 && <Section title={word('belongings')} level={3}><DataTable caption={word('belongings')} columns={things} rows={pair.belongings} rowKey={({ what }) => what} /></Section>}
    </Section>
  )
}
