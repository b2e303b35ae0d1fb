import { useState, type ReactNode } from 'react'
import { Box, Button, Form, say, Section, useAct, useTell, type Act, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { afterAct } from '../client.ts'
import { word, type Word } from '../words.vi.ts'

export type Required = readonly (readonly [field: string, label: Word, filled: boolean])[]

type Props = {
  /** Heading over the form; none where the page is this form and bears its name. */
  title?: string
  act: Pick<Act<never, unknown>, 'running' | 'failure'>
  /** Name of the button that does it. */
  doing: string
  /** Fields that must be filled: name in the contract, label, whether it is filled. */
  required: Required
  onAct: () => void
  onLeave: () => void
  children: ReactNode
}

/** The form of an act. Nothing typed is lost when the server refuses. */
export function ActBox(props: Props) {
  const [errors, setErrors] = useState<FieldError[]>([])
  const submit = () => {
    const missing = props.required.flatMap(([field, label, filled]) => (filled ? [] : [{ field, text: word('missing', { field: word(label) }) }]))
    setErrors(missing)
    if (missing.length === 0) props.onAct()
  }
  const form = (
      <Form onSubmit={submit} errors={errors} failure={props.act.failure}
        acts={<><Button type="submit" look="main" running={props.act.running}>{props.doing}</Button><Button onClick={props.onLeave}>{say('ui.cancelForm')}</Button></>}>
        {props.children}
      </Form>
  )
  return props.title === undefined ? <Box>{form}</Box> : <Section title={props.title} boxed>{form}</Section>
}

type Call<Input, Output> = Parameters<typeof useAct<Input, Output>>[0]

/** An act of this room: says what was done, leaves the form, and has what follows from it read again. */
export function useTransferAct<Input, Output>(call: Call<Input, Output>, said: string | ((output: Output) => string), onDone?: (output: Output) => void): Act<Input, Output> {
  const tell = useTell()
  return useAct(call, {
    refresh: afterAct,
    onDone: (output) => {
      tell(typeof said === 'string' ? said : said(output))
      onDone?.(output)
    },
  })
}
