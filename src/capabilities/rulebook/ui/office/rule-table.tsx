import type { PlainDate } from '../../../../kernel/index.ts'
import { Basis, Button, DataTable, dayText, rangeText, StatusMark, type Column } from '../../../../platform/ui-kit/index.ts'
import { findRule, pickedByNames } from '../../../../regulations/index.ts'
import type { Rule } from '../client.ts'
import { word } from '../words.vi.ts'

const pickedByWords = (rule: Rule): string => (pickedByNames as Readonly<Record<string, string>>)[rule.pickedBy] ?? rule.pickedBy

/** Earlier and later values of a rule, folded. */
function History({ rule }: { rule: Rule }) {
  if (rule.entries.length < 2) return null
  return (
    <details className="rule-history">
      <summary aria-label={word('historyOf', { n: rule.entries.length, rule: rule.title })}>{word('history', { n: rule.entries.length })}</summary>
      <ol>
        {rule.entries.map((entry) => (
          <li key={entry.from} aria-current={entry.inForce ? 'true' : undefined}>
            {word('historyLine', { range: rangeText({ from: entry.from as PlainDate, until: (entry.until ?? undefined) as PlainDate | undefined }), value: entry.words })} – <Basis citation={entry.source} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function ruleColumns(onOverride: ((key: string) => void) | undefined): Column<Rule>[] {
  const mayOverride = (rule: Rule) => onOverride && findRule(rule.key)?.shape.kind !== 'structure' && rule.entries.some((entry) => entry.mayOverride && (entry.inForce || !rule.now))
  return [
    { id: 'rule', title: word('columnRule'), width: '34%', cell: (rule) => <>{rule.title}<span className="hint rule-picked">{word('pickedBy', { day: pickedByWords(rule) })}</span><History rule={rule} /></> },
    {
      id: 'value', title: word('columnValue'), width: '24%',
      cell: (rule) => (rule.now
        ? <><strong>{rule.now.words}</strong>{rule.now.overridden && <><br /><StatusMark shape="unclear">{word('overridden')}</StatusMark></>}</>
        : <span className="hint">{word('notYet')}</span>),
    },
    { id: 'from', title: word('columnFrom'), tight: true, cell: (rule) => rule.now && dayText(rule.now.from as PlainDate) },
    {
      id: 'basis', title: word('columnBasis'),
      cell: (rule) => (
        <>
          {rule.now && <Basis citation={rule.now.source} />}
          {mayOverride(rule) && <div><Button look="quiet" aria-label={word('overrideOf', { rule: rule.title })} onClick={() => onOverride!(rule.key)}>{word('override')}</Button></div>}
        </>
      ),
    },
  ]
}

/** Rules of one topic as on the day. */
export function RuleTable({ caption, rules, onOverride }: { caption: string; rules: readonly Rule[]; onOverride?: (key: string) => void }) {
  return <DataTable caption={caption} columns={ruleColumns(onOverride)} rows={rules} rowKey={(rule) => rule.key} />
}
