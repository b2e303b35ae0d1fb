import { useState, type ReactNode } from 'react'
import { Button, Form, say, Section, type Act, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { word, type Word } from '../words.vi.ts'

type Props = {
  title: string
  act: Pick<Act<never, unknown>, 'running' | 'failure'>
  /** Name of the button that does it. */
  doing: string
  /** Fields that must be filled: name in the contract, label, whether it is filled. */
  required: readonly (readonly [field: string, label: Word, filled: boolean])[]
  onAct: () => void
  onLeave: () => void
  children: ReactNode
}

/** The form of an act in a box above the page. Nothing typed is lost when the server refuses. */
export function ActBox(props: Props) {
  const [errors, setErrors] = useState<FieldError[]>([])
  const submit = () => {
    const missing = props.required.flatMap(([field, label, filled]) => (filled ? [] : [{ field, text: word('missing', { field: word(label) }) }]))
    setErrors(missing)
    if (missing.length === 0) props.onAct()
  }
  return (
    <Section title={props.title} boxed>
      <Form onSubmit={submit} errors={errors} failure={props.act.failure}
        acts={<><Button type="submit" look="main" running={props.act.running}>{props.doing}</Button><Button onClick={props.onLeave}>{say('ui.cancelForm')}</Button></>}>
        {props.children}
      </Form>
    </Section>
  )
}
