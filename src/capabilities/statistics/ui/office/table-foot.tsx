import type { Citation } from '../../../../kernel/index.ts'
import { Basis, countText, StatusMark } from '../../../../platform/ui-kit/index.ts'
import { columnName, sectionName } from '../../messages.vi.ts'
import type { CheckCode } from '../../codes.ts'
import { word } from '../words.vi.ts'

type Check = { readonly code: CheckCode; readonly holds: boolean; readonly wrong: readonly { readonly where: string; readonly expected: number; readonly found: number }[] }

/** Whether a table adds up, check by check, and on which paper it rests. */
export function TableFoot({ checks, source }: { checks: readonly Check[]; source: Citation }) {
  return (
    <div className="table-checks">
      <ul>
        {checks.map((check) => (
          <li key={check.code}>
            <StatusMark shape={check.holds ? 'done' : 'late'}>{word(check.code)}</StatusMark>
            {check.wrong.map(({ where, expected, found }) => <div key={where} className="hint">{word('checkWrong', { where: sectionName(columnName(where)), expected: countText(expected), found: countText(found) })}</div>)}
          </li>
        ))}
      </ul>
      <Basis citation={source} labelled />
    </div>
  )
}
