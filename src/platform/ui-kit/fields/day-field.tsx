import { useId, useState } from 'react'
import { formatDay, formatUncertainDate, precisionOf, type PlainDate, type Precision, type UncertainDate } from '../../../kernel/index.ts'
import type { MessageKey } from '../messages.vi.ts'
import { readDay, readUncertainDay } from '../read-day.ts'
import { say } from '../say.ts'
import { Field, type FieldProps } from './field.tsx'
import { useTextBehind } from './use-text-behind.ts'

type DayProps = FieldProps & {
  value: PlainDate | undefined
  /** `undefined` while nothing or no existing day is typed; `text` is what stands in the field. */
  onChange: (day: PlainDate | undefined, text: string) => void
}

/** A typed day, `dd/mm/yyyy`; also reads `5.10.2018` and `05102018`. No calendar. */
export function DayField(props: DayProps) {
  const [text, setText] = useTextBehind(props.value ? formatDay(props.value) : '', (typed) => readDay(typed) === props.value)
  const [left, setLeft] = useState(false)
  const day = readDay(text)
  const unread = text.trim() !== '' && !day ? say('ui.day.wrong', { text }) : undefined
  const leave = () => {
    setLeft(true)
    if (day) setText(formatDay(day))
  }
  return (
    <Field {...props} hint={props.hint ?? say('ui.day.hint')} unread={unread} error={(left && unread) || props.error}>
      {(control) => (
        <input {...control} className="input input-day" type="text" inputMode="numeric" autoComplete="off" maxLength={10} value={text}
          onChange={(event) => {
            setText(event.target.value)
            props.onChange(readDay(event.target.value), event.target.value)
          }}
          onBlur={leave} onFocus={() => setLeft(false)} />
      )}
    </Field>
  )
}

const precisions: readonly { precision: Precision; words: MessageKey; hint: MessageKey; wrong: MessageKey; length: number }[] = [
  { precision: 'day', words: 'ui.day.known', hint: 'ui.day.hint', wrong: 'ui.day.wrong', length: 10 },
  { precision: 'month', words: 'ui.day.onlyMonth', hint: 'ui.month.hint', wrong: 'ui.month.wrong', length: 7 },
  { precision: 'year', words: 'ui.day.onlyYear', hint: 'ui.year.hint', wrong: 'ui.year.wrong', length: 4 },
]

type UncertainProps = FieldProps & {
  value: UncertainDate | undefined
  onChange: (date: UncertainDate | undefined, text: string) => void
  /** How much is asked for before anything is typed; the whole day unless told. */
  asked?: Precision
}

/** A day that may be known only to the month or the year; how much is known is chosen in words and never filled in. */
export function UncertainDayField(props: UncertainProps) {
  const [precision, setPrecision] = useState<Precision>(props.value ? precisionOf(props.value) : (props.asked ?? 'day'))
  const [text, setText] = useTextBehind(props.value ? formatUncertainDate(props.value) : '', (typed) => readUncertainDay(typed, precision) === props.value)
  const [left, setLeft] = useState(false)
  const group = useId()
  const rule = precisions.find((one) => one.precision === precision)!
  const unread = text.trim() !== '' && !readUncertainDay(text, precision) ? say(rule.wrong, { text }) : undefined
  const choose = (next: Precision) => {
    const shorter = text.split('/').slice(next === 'year' ? -1 : next === 'month' ? -2 : 0).join('/')
    setPrecision(next)
    setText(shorter)
    props.onChange(readUncertainDay(shorter, next), shorter)
  }
  return (
    <Field {...props} hint={props.hint ?? say(rule.hint)} unread={unread} error={(left && unread) || props.error}>
      {(control) => (
        <>
          <input {...control} className="input input-day" type="text" inputMode="numeric" autoComplete="off" maxLength={rule.length} value={text}
            onChange={(event) => {
              setText(event.target.value)
              props.onChange(readUncertainDay(event.target.value, precision), event.target.value)
            }}
            onBlur={() => setLeft(true)} onFocus={() => setLeft(false)} />
          <span className="precision" role="radiogroup" aria-label={say('ui.day.precision')}>
            {precisions.map((one) => (
              <label key={one.precision} className="choice">
                <input type="radio" name={group} checked={one.precision === precision} onChange={() => choose(one.precision)} />
                <span>{say(one.words)}</span>
              </label>
            ))}
          </span>
        </>
      )}
    </Field>
  )
}
