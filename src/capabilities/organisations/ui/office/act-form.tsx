import { useState, type ReactNode } from 'react'
import { Button, CheckPage, Form, say, Section, type Act, type FieldError, type SummaryRow } from '../../../../platform/ui-kit/index.ts'

type Props<Input, Output> = {
  title: string
  /** What is missing or wrong, told before anything is sent. */
  wrongs: () => FieldError[]
  /** What will be recorded, for the page that checks it. */
  rows: () => SummaryRow[]
  after?: ReactNode
  input: () => Input
  act: Act<Input, Output>
  onLeave: () => void
  children: ReactNode
}

/** Fields, then the page that checks them, then the act. Nothing typed is lost on the way back. */
export function ActForm<Input, Output>(props: Props<Input, Output>) {
  const [errors, setErrors] = useState<FieldError[]>([])
  const [checking, setChecking] = useState(false)
  const check = () => {
    const wrong = props.wrongs()
    setErrors(wrong)
    props.act.reset()
    setChecking(wrong.length === 0)
  }
  if (checking)
    return (
      <CheckPage
        rows={props.rows()} after={props.after} act={props.title} onAct={() => void props.act.run(props.input())} onBack={() => setChecking(false)} running={props.act.running} failure={props.act.failure}
      />
    )
  return (
    <Section title={props.title}>
      <Form onSubmit={check} errors={errors} failure={props.act.failure} acts={<><Button look="main" type="submit">{say('ui.checkFirst')}</Button><Button onClick={props.onLeave}>{say('ui.cancelForm')}</Button></>}>
        {props.children}
      </Form>
    </Section>
  )
}
