import { ActBox, useAct, useTell } from '../../../../platform/ui-kit/index.ts'
import { organisations, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'
import type { ActProps } from './act-props.ts'
import { useDecision } from './decision-fields.tsx'

/** Gives a grassroots committee the authority to decide on admission, or takes it back. */
export function AuthoriseForm({ one, onLeave }: ActProps) {
  const tell = useTell()
  const decision = useDecision('from')
  const act = useAct(organisations.authoriseAdmission, {
    refresh: [[ROOM], ['admission']],
    onDone: () => {
      tell(word('authorised'))
      onLeave()
    },
  })
  return (
    <ActBox
      title={word(one.mayDecideAdmission ? 'withdraw' : 'authorise')} doing={word(one.mayDecideAdmission ? 'withdraw' : 'authorise')} further={decision.wrongs} act={act} onLeave={onLeave} after={word('authorityAfter')}
      onAct={() => void act.run({ id: one.id, mayDecideAdmission: !one.mayDecideAdmission, from: decision.on(), ...decision.input() })}
      check={() => [{ label: word('page'), value: one.name }, ...decision.rows()]}
    >
      {decision.fields}
    </ActBox>
  )
}
