import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { CheckPage } from './check-page.tsx'
import type { FieldError } from './error-summary.tsx'
import { Form } from './form.tsx'
import { Box, Section } from './page.tsx'
import { say } from './say.ts'
import type { SummaryRow } from './summary-list.tsx'
import type { Act } from './use-act.ts'

/** Fields that must be filled: name in the contract, label, whether it is filled. */
export type Required = readonly (readonly [field: string, label: string, filled: boolean])[]

type Props = {
  /** Heading over the form; none where the page is this form and bears its name. */
  title?: string
  act: Pick<Act<never, unknown>, 'running' | 'failure' | 'reset'>
  /** Name of the button that does it. */
  doing: string
  required?: Required
  /** Whatever else is wrong. */
  further?: () => readonly FieldError[]
  /** For an act of law: what will be written, shown once more before it is. */
  check?: () => readonly SummaryRow[]
  /** What happens after the act, on the page that checks it. */
  after?: ReactNode
  onAct: () => void
  onLeave: () => void
  children: ReactNode
}

/** The form of an act in a box of its own on the page it acts on, and the page that checks it where it is an act of law. Nothing typed is lost on the way back or when the server refuses. */
export function ActBox({ title, act, doing, required = [], further, check, after, onAct, onLeave, children }: Props) {
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [checking, setChecking] = useState(false)
  const submit = () => {
    const missing = required.flatMap(([field, label, filled]) => (filled ? [] : [{ field, text: say('ui.fieldMissing', { field: label }) }]))
    const wrong = [...missing, ...(further?.() ?? [])]
    setErrors(wrong)
    if (wrong.length > 0) return
    act.reset()
    if (check) setChecking(true)
    else onAct()
  }
  if (checking && check) return <CheckPage rows={check()} after={after} act={doing} onAct={onAct} onBack={() => setChecking(false)} running={act.running} failure={act.failure} />
  const form = (
    <Form onSubmit={submit} errors={errors} failure={act.failure}
      acts={<><Button type="submit" look="main" running={act.running}>{check ? say('ui.checkFirst') : doing}</Button><Button onClick={onLeave}>{say('ui.cancelForm')}</Button></>}>
      {children}
    </Form>
  )
  return title === undefined ? <Box>{form}</Box> : <Section title={title} boxed>{form}</Section>
}
