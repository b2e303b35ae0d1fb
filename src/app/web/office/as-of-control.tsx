import { useState } from 'react'
import { formatDay, type PlainDate } from '../../../kernel/index.ts'
import { Band, Button, DayField, dayText, Form, momentText, PopoverButton, readDay, say, TextField, useDesk, usePlace } from '../../../platform/ui-kit/index.ts'

type Shown = { readonly day: PlainDate; readonly words: string }

/** Days people ask for: the last half-years that have ended. */
function commonDays(today: PlainDate): Shown[] {
  const year = Number(today.slice(0, 4))
  const ends = [`${year}-06-30`, `${year - 1}-12-31`, `${year - 1}-06-30`] as PlainDate[]
  return ends.filter((day) => day < today).map((day) => ({ day, words: formatDay(day) }))
}

/** `14:30, 05/10/2018` or `05/10/2018` (the end of that day) as an ISO moment of Việt Nam. */
function readMoment(text: string): string | undefined {
  const match = /^(?:(\d{1,2}):(\d{2})[,\s]+)?(\d.*)$/.exec(text.trim())
  const day = match?.[3] ? readDay(match[3]) : undefined
  if (!match || !day) return undefined
  return `${day}T${match[1] ? `${match[1].padStart(2, '0')}:${match[2]}:00` : '23:59:59'}+07:00`
}

/** Goes to the same page as it was on a day; `undefined` = today again. */
function useGoTo() {
  const place = usePlace()
  return (day: PlainDate | undefined, knownAt?: string) => {
    const next = new URLSearchParams(place.search as Record<string, string>)
    next.delete('xem')
    next.delete('biet-den')
    if (day) next.set('xem', day)
    if (knownAt) next.set('biet-den', knownAt)
    const query = next.toString()
    place.go(place.path + (query ? `?${query}` : ''))
  }
}

function AsOfPanel({ close }: { close: () => void }) {
  const { today, asOf, knownAt } = useDesk()
  const goTo = useGoTo()
  const [day, setDay] = useState<PlainDate | undefined>(asOf)
  const [known, setKnown] = useState(knownAt ? momentText(knownAt) : '')
  const [error, setError] = useState<string>()
  const [momentError, setMomentError] = useState<string>()
  const see = (wanted: PlainDate | undefined) => {
    if (wanted && wanted > today) return setError(say('ui.asOf.future', { day: dayText(wanted) }))
    const moment = readMoment(known)
    if (known.trim() && !moment) return setMomentError(say('ui.asOf.momentNotRead', { text: known.trim() }))
    if (moment && moment.slice(0, 10) > today) return setMomentError(say('ui.asOf.momentAhead', { moment: momentText(moment) }))
    goTo(wanted === today ? undefined : wanted, moment)
    close()
  }
  return (
    <div className="as-of-panel">
      <Form onSubmit={() => see(day)} acts={<Button type="submit">{say('ui.asOf.see')}</Button>}>
        <DayField name="asOf" label={say('ui.asOf.control')} value={day} onChange={setDay} error={error} />
        <details open={known !== ''}>
          <summary>{say('ui.asOf.further')}</summary>
          <TextField name="knownAt" label={say('ui.asOf.knownUntil')} hint={say('ui.asOf.knownHint')} value={known} onChange={setKnown} error={momentError} optional />
        </details>
      </Form>
      <div>
        <p className="hint">{say('ui.asOf.common')}</p>
        <p className="as-of-days">
          {commonDays(today).map((common) => (
            <Button key={common.day} look="quiet" onClick={() => see(common.day)}>
              {common.words}
            </Button>
          ))}
          {(asOf || knownAt) && <Button look="quiet" onClick={() => { goTo(undefined); close() }}>{say('ui.asOf.back')}</Button>}
        </p>
      </div>
    </div>
  )
}

/** “Xem tại ngày: hôm nay” in the header; a moment of knowledge stands behind the day. */
export function AsOfControl() {
  const { asOf, knownAt } = useDesk()
  const day = asOf ? dayText(asOf) : say('ui.asOf.today')
  const label = `${say('ui.asOf.control')}: ${knownAt ? `${day}, ${say('ui.asOf.known', { moment: momentText(knownAt) })}` : day}`
  return (
    <PopoverButton label={label} panelLabel={say('ui.asOf.control')} className="as-of-button">
      {(close) => <AsOfPanel key={`${asOf ?? 'today'} ${knownAt ?? ''}`} close={close} />}
    </PopoverButton>
  )
}

/** What is viewed instead of now, in words. */
function bandText(asOf: PlainDate | undefined, knownAt: string | undefined): string {
  const [day, moment] = [asOf ? dayText(asOf) : '', knownAt ? momentText(knownAt) : '']
  return say(day && moment ? 'ui.asOf.bandBoth' : moment ? 'ui.asOf.bandKnown' : 'ui.asOf.band', { day, moment })
}

/** The violet band while another day is viewed, or what was known at an earlier moment, with the way back. */
export function PastBand() {
  const { asOf, knownAt } = useDesk()
  const goTo = useGoTo()
  if (!asOf && !knownAt) return null
  return (
    <Band tone="past" act={<Button look="quiet" onClick={() => goTo(undefined)}>{say('ui.asOf.back')}</Button>}>
      {bandText(asOf, knownAt)}
    </Band>
  )
}
