import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, DayField, dayText, PocketPage, say, TextArea, usePlace, useTell } from '../../../../platform/ui-kit/index.ts'
import { ActFailure } from '../act-failure.tsx'
import { admission, type CaseFile } from '../client.ts'
import { nameWithYear } from '../people.ts'
import { useCaseAct } from '../use-case-act.ts'
import { word } from '../words.vi.ts'
import { usePocketLinks } from './use-pocket-links.ts'
import { WithPocketCase } from './with-pocket-case.tsx'

function RemarkPage({ file }: { file: CaseFile }) {
  const place = usePlace()
  const tell = useTell()
  const links = usePocketLinks(file)
  const [writtenOn, setWrittenOn] = useState<PlainDate | undefined>(file.today)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useCaseAct(file, admission.recordMentorRemark, () => {
    tell(word('remarkSaved'))
    place.go(links.home, { replace: true })
  }, {
    title: word('remarkTitle'), page: place.path, onWaiting: () => { tell(say('m.waiting.saved')); place.go(links.home, { replace: true }) },
    rows: (input) => [{ label: word('remarkDay'), value: dayText(input.writtenOn as PlainDate) }, { label: word('remarkText'), value: input.text }],
  })
  const submit = () => {
    setAsked(true)
    if (writtenOn && text.trim()) void act.run({ writtenOn, text })
  }
  const wrong = (isGiven: unknown, field: string) => (asked && !isGiven ? say('ui.fieldMissing', { field }) : undefined)
  return (
    <PocketPage title={word('remarkTitle')} backTo={links.home} subject={file.id} lead={<><p>{nameWithYear(file.person)}</p>{file.mentor && <p>{word('mentorLine', { name: file.mentor.name })}</p>}</>}
      bottom={<Button look="main" running={act.running} onClick={submit}>{word('remarkSave')}</Button>}>
      <ActFailure act={act} />
      <DayField name="writtenOn" label={word('remarkDay')} value={writtenOn} onChange={setWrittenOn} error={wrong(writtenOn, word('remarkDay'))} />
      <TextArea name="text" label={word('remarkText')} rows={6} maxLength={2000} value={text} onChange={setText} error={wrong(text.trim(), word('remarkText'))} />
    </PocketPage>
  )
}

/** The mentor's monthly remark on a probationary member. */
export default function RemarkScreen() {
  return <WithPocketCase title={word('remarkTitle')}>{(file) => <RemarkPage key={file.id} file={file} />}</WithPocketCase>
}
