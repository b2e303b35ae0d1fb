import { useState, type DragEvent } from 'react'
import { sizeText } from '../format.ts'
import { say } from '../say.ts'
import { Field, type FieldProps } from './field.tsx'

type FileDropProps = FieldProps & {
  file: File | undefined
  onChoose: (file: File | undefined) => void
  /** Endings that are taken, with the dot: `['.xlsx', '.xls']`. */
  kinds: readonly string[]
  limitMb: number
}

function whyNot(file: File, kinds: readonly string[], limitMb: number): string | undefined {
  if (!kinds.some((kind) => file.name.toLowerCase().endsWith(kind))) return say('ui.file.wrongKind', { name: file.name, kinds: kinds.join(', ') })
  if (file.size > limitMb * 1_000_000) return say('ui.file.tooBig', { name: file.name, limit: limitMb })
  return undefined
}

/** A file, chosen or dropped. Refuses wrong endings and files over the limit before anything is sent. */
export function FileDrop(props: FileDropProps) {
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => {
    const wrong = file && whyNot(file, props.kinds, props.limitMb)
    setProblem(wrong)
    props.onChoose(wrong ? undefined : file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <Field {...props} unread={problem} error={problem ?? props.error}>
      {(control) => (
        <span className={over ? 'file-drop file-over' : 'file-drop'} onDrop={drop} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}>
          <span className="file-choose">
            <input {...control} type="file" accept={props.kinds.join(',')} className="file-input" onChange={(event) => take(event.target.files?.[0])} />
            <span className="button button-second" aria-hidden="true">{say('ui.file.choose')}</span>
          </span>
          <span className="hint">{props.file ? say('ui.file.chosen', { name: props.file.name, size: sizeText(props.file.size) }) : say('ui.file.drop')}</span>
        </span>
      )}
    </Field>
  )
}
