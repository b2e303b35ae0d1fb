import { createContext, useContext, useEffect, useId, useState, type FormEvent, type ReactNode } from 'react'
import { ErrorSummary, type FieldError } from './error-summary.tsx'
import { RefusedError, type Failure, type WordedReason } from './problem.ts'
import { FailureBox } from './refusal-box.tsx'
import { say } from './say.ts'
import { useErrorTitle } from './title.ts'

const FormContext = createContext<{ id: string; errors: readonly FieldError[]; unread: Map<string, string> }>({ id: '', errors: [], unread: new Map() })

/** Identifier of the control and its error, by the name of the field. `unread`: why what was typed stands for no value; the form is then not sent. */
export function useField(name: string, ownError?: string, unread?: string): { id: string; error: string | undefined } {
  const form = useContext(FormContext)
  const { unread: known } = form
  useEffect(() => {
    if (unread === undefined) return
    known.set(name, unread)
    return () => void known.delete(name)
  }, [known, name, unread])
  return { id: `${form.id}${name}`, error: ownError ?? form.errors.find((error) => error.field === name)?.text }
}

/** A field of the form as it stands on the page: its name and its label. */
type ShownField = { readonly name: string; readonly label: string }

const isFieldWrong = ({ code }: WordedReason): boolean => code === 'platform.fieldNotValid'

/** The field that the server means: by its name, or by the last part of its path. */
const fieldMeant = (path: string, fields: readonly ShownField[]) => fields.find(({ name }) => name === path) ?? fields.find(({ name }) => name === path.split('.').at(-1))

/** Errors of fields that the server named in its reasons, by the labels that people see. */
function errorsOf(failure: Failure | undefined, fields: readonly ShownField[]): FieldError[] {
  if (!(failure instanceof RefusedError)) return []
  return failure.reasons.flatMap((reason) => {
    if (!isFieldWrong(reason)) return reason.field ? [{ field: reason.field, text: reason.message }] : []
    const [path, problem] = [String(reason.facts['field'] ?? ''), String(reason.facts['problem'] ?? '')]
    const meant = fieldMeant(path, fields)
    return [{ field: meant?.name ?? path, text: meant ? say('ui.fieldWrong', { field: meant.label, problem }) : say('ui.somethingWrong', { problem }) }]
  })
}

/** Whether the summary says all that the failure says. */
const isSaidAtFields = (failure: Failure): boolean => failure instanceof RefusedError && failure.reasons.length > 0 && failure.reasons.every(isFieldWrong)

export type FormProps = {
  onSubmit: () => void
  /** What the screen itself found wrong. */
  errors?: readonly FieldError[]
  /** What the server answered. */
  failure?: Failure | undefined
  /** The filled button first, then “Bỏ, không ghi”. */
  acts?: ReactNode
  /** Fields side by side where they belong together (numbers of a vote). */
  inline?: boolean
  children: ReactNode
}

/** The errors in the order of their fields; those without a field in the form come last, in the order in which they came. */
function inOrder(errors: readonly FieldError[], fields: readonly ShownField[]): readonly FieldError[] {
  const names = fields.map(({ name }) => name)
  const placeOf = ({ field }: FieldError) => (names.includes(field) ? names.indexOf(field) : names.length)
  return errors.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The fields of a form as they stand on the page; the words “(không bắt buộc)” are no part of a label. */
const fieldsOf = (form: HTMLFormElement, id: string): ShownField[] => [...form.querySelectorAll('[id]')].flatMap((each) => {
  if (!each.id.startsWith(id)) return []
  const label = form.querySelector(`label[for="${CSS.escape(each.id)}"]`) ?? each.closest('fieldset')?.querySelector('legend')
  return [{ name: each.id.slice(id.length), label: label?.firstChild?.textContent?.trim() ?? '' }]
})

/** One column of fields; errors stand in a summary on top in the order of the fields, with the same words at the field, and take the focus. */
export function Form(props: FormProps) {
  const id = useId()
  const [unread] = useState(() => new Map<string, string>())
  const [stopped, setStopped] = useState<FieldError[]>([])
  const [fields, setFields] = useState<readonly ShownField[]>([])
  const errors = stopped.length > 0 ? stopped : [...(props.errors ?? []), ...errorsOf(props.failure, fields)]
  useErrorTitle(errors.length > 0 || props.failure !== undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setFields(fieldsOf(event.currentTarget, id))
    // An impossible day was written, not left out: nothing is sent as if the field were empty.
    const found = [...unread].map(([field, text]) => ({ field, text }))
    setStopped(found)
    if (found.length === 0) props.onSubmit()
  }
  return (
    <FormContext value={{ id, errors, unread }}>
      <form className={props.inline ? 'form form-inline' : 'form'} onSubmit={submit} noValidate>
        {errors.length > 0 && <ErrorSummary errors={inOrder(errors, fields)} idPrefix={id} />}
        {props.failure && !isSaidAtFields(props.failure) && <FailureBox failure={props.failure} />}
        {props.children}
        {props.acts && <div className="form-acts">{props.acts}</div>}
      </form>
    </FormContext>
  )
}

/** Fields that belong together under one heading. */
export function FieldGroup({ legend, hint, children, inline }: { legend: string; hint?: string; children: ReactNode; inline?: boolean }) {
  return (
    <fieldset className={inline ? 'field-group field-group-inline' : 'field-group'}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="field-group-fields">{children}</div>
    </fieldset>
  )
}

