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
  /** Anything else that is missing. */
  further?: () => readonly FieldError[]
  onAct: () => void
  onLeave: () => void
  children: ReactNode
}

/** The form of an act in a box above the page. Nothing typed is lost when the server refuses. */
export function ActBox({ title, act, doing, required, further, onAct, onLeave, children }: Props) {
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const submit = () => {
    const missing = [...required.flatMap(([field, label, filled]) => (filled ? [] : [{ field, text: word('missing', { field: word(label) }) }])), ...(further?.() ?? [])]
    setErrors(missing)
    if (missing.length === 0) onAct()
  }
  return (
    <Section title={title} boxed>
      <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button type="submit" look="main" running={act.running}>{doing}</Button><Button onClick={onLeave}>{say('ui.cancelForm')}</Button></>}>
        {children}
      </Form>
    </Section>
  )
}
