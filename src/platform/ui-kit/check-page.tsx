import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import type { Failure } from './problem.ts'
import { FailureBox } from './refusal-box.tsx'
import { say } from './say.ts'
import { SummaryList, type SummaryRow } from './summary-list.tsx'

/**
 * “Kiểm tra trước khi ghi”: the answers with “Sửa”, the rules that will be pinned, what follows, and the button that names
 * the act. Stands in place of the form, on the same page, so that nothing typed is lost.
 */
export function CheckPage(props: {
  rows: readonly SummaryRow[]
  /** “Việc này xét theo …” already worded, with citation. */
  pinned?: ReactNode
  /** What happens after the act. */
  after?: ReactNode
  /** False for acts that can be taken back. */
  permanent?: boolean
  act: string
  onAct: () => void
  onBack: () => void
  running?: boolean
  failure?: Failure | undefined
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="check-page">
      <h2 tabIndex={-1} ref={heading}>{say('ui.check.title')}</h2>
      {props.failure && <FailureBox failure={props.failure} />}
      <div className="box">
        <SummaryList rows={props.rows} />
      </div>
      {props.pinned && <p>{props.pinned}</p>}
      {props.after && <div>{props.after}</div>}
      {props.permanent !== false && <p className="check-permanent">{say('ui.check.permanent')}</p>}
      <div className="form-acts">
        <Button look="main" onClick={props.onAct} running={props.running ?? false}>{props.act}</Button>
        <Button onClick={props.onBack}>{say('ui.back')}</Button>
      </div>
    </section>
  )
}
