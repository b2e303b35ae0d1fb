import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, DayField, dayText, PocketPage, RefusalBox, say, TextArea, usePlace, useTell } from '../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../codes.ts'
import { admission, type CaseFile } from '../client.ts'
import { nameWithYear } from '../people.ts'
import { useCaseAct } from '../use-case-act.ts'
import { actWords, word } from '../words.vi.ts'
import { ActFailure } from '../act-failure.tsx'
import { usePocketLinks } from './use-pocket-links.ts'

type Given = { id: string; version: number; on: PlainDate; note: string }
type Options = Parameters<typeof admission.sendUp>[1]

/** Sends one of the acts that need a day and at most a word. */
function send(act: ActKind, { note, on, ...file }: Given, options: Options) {
  switch (act) {
    case 'resend': return admission.resend({ ...file, on, ...(note ? { note } : {}) }, options)
    case 'sendUp': return admission.sendUp({ ...file, on }, options)
    case 'sendToDeciding': return admission.sendToDeciding({ ...file, on }, options)
    case 'markReadyForCell': return admission.markReadyForCell({ ...file, on }, options)
    default: return admission.recordReceipt({ ...file, receivedOn: on }, options)
  }
}

/** One act with its day on a page of its own. */
export function PocketAct({ file, act: code }: { file: CaseFile; act: ActKind }) {
  const place = usePlace()
  const tell = useTell()
  const links = usePocketLinks(file)
  const [on, setOn] = useState<PlainDate | undefined>(file.today)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const dayLabel = word(code === 'recordReceipt' ? 'receiptDay' : code === 'markReadyForCell' ? 'readyOn' : 'sentDay')
  const leave = (said: string) => { tell(said); place.go(links.home, { replace: true }) }
  const act = useCaseAct(file, (given: Given, options) => send(code, given, options), () => leave(word('doneWord', { act: actWords[code] })), {
    title: actWords[code], page: links.of(code) ?? links.home, onWaiting: () => leave(say('m.waiting.saved')),
    rows: (given) => [{ label: dayLabel, value: dayText(given.on) }, ...(given.note ? [{ label: word('resendNote'), value: given.note }] : [])],
  })
  const possible = links.of(code) !== undefined && file.acts.some((one) => one.code === code && one.isPossible)
  const submit = () => {
    setAsked(true)
    if (on) void act.run({ on, note })
  }
  return (
    <PocketPage title={actWords[code]} backTo={links.home} lead={nameWithYear(file.person)}
      bottom={possible ? <Button look="main" running={act.running} onClick={submit}>{actWords[code]}</Button> : undefined}>
      <ActFailure act={act} />
      {!possible && <RefusalBox still reasons={reasonsOf(file, code)} />}
      {possible && <DayField name="on" label={dayLabel} value={on} onChange={setOn} error={asked && !on ? say('ui.fieldMissing', { field: word('sentDay') }) : undefined} />}
      {possible && code === 'resend' && <TextArea name="note" label={word('resendNote')} optional rows={3} maxLength={400} value={note} onChange={setNote} />}
    </PocketPage>
  )
}

const reasonsOf = (file: CaseFile, code: ActKind) => file.acts.find((one) => one.code === code)?.reasons ?? [{ message: word('notOnPhone') }]
