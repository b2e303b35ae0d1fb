import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { Button, CheckPage, DayField, dayText, FieldGroup, Form, Page, say, TextField, usePlace, useTell, type FieldError, type SummaryRow } from '../../../../../platform/ui-kit/index.ts'
import { admission, type CaseFile } from '../../client.ts'
import { nameWithYear } from '../../people.ts'
import { useCaseAct } from '../../use-case-act.ts'
import { actWords, word } from '../../words.vi.ts'
import { ActFailure } from '../../act-failure.tsx'
import { useCrumbs } from '../file/crumbs.ts'
import { pinnedOn } from '../pinned.ts'
import { useActLinks } from '../use-act-links.ts'

type Draft = { heldOn: PlainDate | undefined; number: string; issuedOn: PlainDate | undefined }

const limitOf = (file: CaseFile): PlainDate | undefined => file.clocks.find((clock) => clock.kind === 'ceremony')?.dueOn as PlainDate | undefined

function wrongsOf({ heldOn, number, issuedOn }: Draft): FieldError[] {
  const must = (field: string, label: string): FieldError => ({ field, text: say('ui.fieldMissing', { field: label }) })
  const half = (number.trim() === '') !== (issuedOn === undefined)
  return [
    ...(heldOn ? [] : [must('heldOn', word('ceremonyHeldOn'))]),
    ...(half && !number.trim() ? [must('consentNumber', word('consentNumber'))] : []), ...(half && !issuedOn ? [must('issuedOn', word('consentIssuedOn'))] : []),
  ]
}

/** The ceremony with its day; after the limit also the paper by which the superior agreed. */
export function CeremonyPage({ file }: { file: CaseFile }) {
  const place = usePlace()
  const tell = useTell()
  const links = useActLinks(file)
  const crumbs = useCrumbs(file, word('ceremonyCrumb'))
  const [draft, setDraft] = useState<Draft>({ heldOn: undefined, number: '', issuedOn: undefined })
  const [checking, setChecking] = useState(false)
  const [errors, setErrors] = useState<FieldError[]>([])
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const act = useCaseAct(file, admission.recordCeremony, (done) => {
    tell(`${word('doneWord', { act: actWords.recordCeremony })}. ${word('probationUntil')}: ${dayText(done.probationUntil)}`)
    place.go(links.home)
  })
  const limit = limitOf(file)
  const isLate = limit !== undefined && draft.heldOn !== undefined && draft.heldOn > limit
  const consent = draft.number && draft.issuedOn ? { number: draft.number, issuedOn: draft.issuedOn } : undefined
  const toForm = () => {
    act.reset()
    setChecking(false)
  }
  const check = () => {
    const wrong = wrongsOf(draft)
    setErrors(wrong)
    setChecking(wrong.length === 0)
  }
  const title = `${actWords.recordCeremony}: ${nameWithYear(file.person)}`
  if (checking) {
    const rows: SummaryRow[] = [
      { label: word('ceremonyHeldOn'), value: dayText(draft.heldOn), onEdit: toForm },
      ...(consent ? [{ label: word('consentGroup'), value: `${consent.number}, ${dayText(consent.issuedOn)}`, onEdit: toForm }] : []),
    ]
    return (
      <Page title={title} crumbs={crumbs}>
        <ActFailure act={act} />
        <CheckPage rows={rows} pinned={pinnedOn(draft.heldOn!)} after={<p>{word('ceremonyAfter')}</p>} act={actWords.recordCeremony}
          running={act.running} onBack={toForm} onAct={() => void act.run({ heldOn: draft.heldOn!, ...(consent ? { consent } : {}) })} />
      </Page>
    )
  }
  return (
    <Page title={title} crumbs={crumbs}>
      <Form onSubmit={check} errors={errors} acts={<><Button look="main" type="submit">{say('ui.checkFirst')}</Button><Button onClick={() => place.go(links.home)}>{say('ui.cancelForm')}</Button></>}>
        <DayField name="heldOn" label={word('ceremonyHeldOn')} hint={limit ? word('ceremonyLateHint', { day: dayText(limit) }) : undefined} value={draft.heldOn} onChange={(heldOn) => change({ heldOn })} />
        {(isLate || draft.number || draft.issuedOn) && (
          <FieldGroup legend={word('consentGroup')}>
            <TextField name="consentNumber" label={word('consentNumber')} width={16} maxLength={60} value={draft.number} onChange={(number) => change({ number })} />
            <DayField name="issuedOn" label={word('consentIssuedOn')} value={draft.issuedOn} onChange={(issuedOn) => change({ issuedOn })} />
          </FieldGroup>
        )}
        <p className="form-after">{word('ceremonyAfter')}</p>
      </Form>
    </Page>
  )
}
