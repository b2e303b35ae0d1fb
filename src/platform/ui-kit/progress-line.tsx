import { useId } from 'react'
import { Button } from './button.tsx'
import { countText } from './format.ts'
import { say } from './say.ts'

/** Long work in words and numbers: “Đang đọc 1.200/9.863 dòng”; may be stopped. Without `total` only the words move. */
export function ProgressLine(props: { label: string; done?: number; total?: number; unit?: string; onStop?: () => void; stopLabel?: string }) {
  const id = useId()
  const counted = props.done !== undefined && props.total !== undefined
  return (
    <div className="progress" role="status">
      <label htmlFor={id}>
        {props.label} {counted && `${countText(props.done)}/${countText(props.total)}${props.unit ? ` ${props.unit}` : ''}`}
      </label>
      <progress id={id} {...(counted ? { value: props.done, max: props.total } : {})} />
      {props.onStop && <Button onClick={props.onStop}>{props.stopLabel ?? say('ui.stop')}</Button>}
    </div>
  )
}
