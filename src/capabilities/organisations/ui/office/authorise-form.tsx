import { useAct, useTell } from '../../../../platform/ui-kit/index.ts'
import { organisations, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'
import { ActForm } from './act-form.tsx'
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
    <ActForm
      title={word(one.mayDecideAdmission ? 'withdraw' : 'authorise')} wrongs={decision.wrongs} act={act} onLeave={onLeave} after={word('authorityAfter')}
      input={() => ({ id: one.id, mayDecideAdmission: !one.mayDecideAdmission, from: decision.on(), ...decision.input() })}
      rows={() => [{ label: word('page'), value: one.name }, ...decision.rows()]}
    >
      {decision.fields}
    </ActForm>
  )
}
