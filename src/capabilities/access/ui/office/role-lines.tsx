import { dayText } from '../../../../platform/ui-kit/index.ts'
import type { PlainDate } from '../../../../kernel/index.ts'
import { roleNames } from '../../messages.vi.ts'
import type { Account, Holding } from '../client.ts'
import { heldText, placeOf } from '../role-words.ts'
import { word } from '../words.vi.ts'

/** One line for each role held today. */
export function RoleLines({ account, holdings }: { account: Account; holdings: readonly Holding[] }) {
  return (
    <>
      {holdings.map((holding) => <div key={holding.id}>{word('roleLine', { role: roleNames[holding.role], place: placeOf(holding), range: heldText(holding) })}</div>)}
      {holdings.length === 0 && <span className="hint">{word('noRole')}</span>}
      {account.disabledOn && <div className="hint">{word('disabled', { day: dayText(account.disabledOn as PlainDate) })}</div>}
    </>
  )
}
