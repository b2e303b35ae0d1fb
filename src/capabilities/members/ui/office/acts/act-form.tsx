import { useState, type ReactNode } from 'react'
import { Button, CheckPage, Form, say, Section, type Act, type FieldError, type SummaryRow } from '../../../../../platform/ui-kit/index.ts'
import { word, type Word } from '../../words.vi.ts'

type Props = {
  title: string
  act: Pick<Act<never, unknown>, 'running' | 'failure' | 'reset'>
  /** Name of the button that does it. */
  doing: string
  /** Fields that must be filled: name in the contract, label, whether it is filled. */
  required: readonly (readonly [field: string, label: Word, filled: boolean])[]
  /** For an act of law: what will be written, shown once more before it is. */
  check?: readonly SummaryRow[]
  onAct: () => void
  onLeave: () => void
  children: ReactNode
}

/** Names of fields that are missing, in the words of their labels. */
export const missingOf = (required: Props['required']): FieldError[] =>
  required.flatMap(([field, label, filled]) => (filled ? [] : [{ field, text: word('missing', { field: word(label) }) }]))

/** Fields, the page that checks them where it is an act of law, then the act. Nothing typed is lost on the way back. */
export function ActForm(props: Props) {
  const [errors, setErrors] = useState<FieldError[]>([])
  const [checking, setChecking] = useState(false)
  const submit = () => {
    const missing = missingOf(props.required)
    setErrors(missing)
    if (missing.length > 0) return
    if (props.check) setChecking(true)
    else props.onAct()
  }
  const back = () => {
    props.act.reset()
    setChecking(false)
  }
  if (checking && props.check)
    return <CheckPage rows={props.check} act={props.doing} onAct={props.onAct} onBack={back} running={props.act.running} failure={props.act.failure} />
  return (
    <Section title={props.title} boxed>
      <Form onSubmit={submit} errors={errors} failure={props.act.failure}
        acts={<><Button type="submit" look="main" running={props.act.running}>{props.check ? say('ui.checkFirst') : props.doing}</Button><Button onClick={props.onLeave}>{say('ui.cancelForm')}</Button></>}>
        {props.children}
      </Form>
    </Section>
  )
}
