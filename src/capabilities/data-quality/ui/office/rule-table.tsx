import { countText, DataTable, NumberLink, shareText, type Column } from '../../../../platform/ui-kit/index.ts'
import { ruleOf } from '../../codes.ts'
import { ruleWords } from '../../messages.vi.ts'
import type { RuleRow, Score } from '../client.ts'
import { KindMark } from '../kind-mark.tsx'
import { word } from '../words.vi.ts'
import { useWorkLink } from './work-link.ts'

/** Every rule: what it looked at, what it found, how much it counts. */
export function RuleTable({ score, organisationId }: { score: Score; organisationId: string | undefined }) {
  const link = useWorkLink()
  const numberOf = (row: RuleRow, count: number, what: string, state?: string) => (
    <NumberLink count={count} size="cell" label={`${what}: ${ruleWords[row.rule].name}`} {...(count > 0 ? { to: link({ 'to-chuc': organisationId, loi: row.rule, 'trang-thai': state }) } : {})} />
  )
  const columns: Column<RuleRow>[] = [
    { id: 'code', title: word('colCode'), tight: true, cell: (row) => ruleOf(row.rule).code },
    { id: 'rule', title: word('colRule'), width: '38%', cell: (row) => ruleWords[row.rule].name },
    { id: 'kind', title: word('colKind'), tight: true, cell: (row) => <KindMark kind={ruleOf(row.rule).kind} /> },
    { id: 'checked', title: word('colChecked'), number: true, tight: true, cell: (row) => countText(row.checked) },
    { id: 'open', title: word('colOpen'), number: true, tight: true, cell: (row) => numberOf(row, row.wrong - row.aside, word('openWord')) },
    { id: 'aside', title: word('colAside'), number: true, tight: true, cell: (row) => numberOf(row, row.aside, word('asideWord'), 'dung') },
    { id: 'right', title: word('colBar'), number: true, tight: true, cell: (row) => (row.checked > 0 ? shareText(row.checked - row.wrong + row.aside, row.checked) : '') },
    { id: 'weight', title: word('colWeight'), number: true, tight: true, cell: (row) => row.weight },
  ]
  return <DataTable caption={word('byRule')} columns={columns} rows={score.rules} rowKey={(row) => row.rule} empty={word('unitsEmpty')} />
}
