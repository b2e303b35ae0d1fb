import type { ReactNode } from 'react'
import { Button, Form, say, type Failure, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { ActFailure } from '../../act-failure.tsx'

type Running = { failure: Failure | undefined; conflict: unknown; othersActs: CaseFile['history']; running: boolean }

/**
 * A form that does one act on a file: the fields, what follows, the button that names the act. A refusal keeps everything
 * typed; when others were faster, what they did stands on top.
 */
export function CaseForm(props: { act: Running; errors: readonly FieldError[]; button: string; onSubmit: () => void; onCancel: () => void; after?: ReactNode; children: ReactNode }) {
  const { act } = props
  const others = act.othersActs.length > 0
  return (
    <Form
      onSubmit={props.onSubmit}
      errors={props.errors}
      failure={others ? undefined : act.failure}
      acts={
        <>
          <Button look="main" type="submit" running={act.running}>{props.button}</Button>
          <Button onClick={props.onCancel}>{say('ui.cancelForm')}</Button>
        </>
      }
    >
      {others && <ActFailure act={act} />}
      {props.children}
      {props.after && <p className="form-after">{props.after}</p>}
    </Form>
  )
}
