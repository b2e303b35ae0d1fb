import '../forms.css'
import { useState } from 'react'
import { Button, Checkbox, ComboBox, DayField, FieldGroup, Form, Loaded, Page, RadioRow, roomClient, say, UncertainDayField, useAct, useAddress, useDesk, usePlace, useRead, useTell, type ComboItem, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import { sourcesAndTargetsContract } from '../../../../sources-and-targets/contract.ts'
import { admission, afterAct, ROOM } from '../../client.ts'
import { actWords, kindNames, word } from '../../words.vi.ts'
import { FieldOfSpec } from '../acts/field-of-spec.tsx'
import { members } from '../../member-names.ts'
import { searchCells } from '../organisations.ts'
import { moreFields, openingInput, openingWrongs, personFields, type OpeningDraft } from './opening-draft.ts'

const sources = roomClient(sourcesAndTargetsContract)

/** People followed as sources in the own part, by name. */
async function searchProspects(text: string, signal: AbortSignal): Promise<ComboItem[]> {
  const { rows } = await sources.listProspects({ size: 20, ...(text ? { search: text } : {}) }, { signal })
  return rows.map((row) => ({ id: row.personId, label: row.bornYear ? `${row.fullName} (${row.bornYear})` : row.fullName, note: row.cellName }))
}

/** Who was named by the address (from a source or a person), and the cell when there is only one in the own part. */
async function readStart(personId: string | undefined, signal: AbortSignal) {
  const [person, cells] = await Promise.all([
    personId ? members.findMember({ id: personId }, { signal }).then(({ fullName }) => ({ id: personId, label: fullName })) : undefined,
    searchCells('', signal),
  ])
  return { person, cell: cells.length === 1 ? cells[0] : undefined }
}

function NewPerson({ draft, change }: { draft: OpeningDraft; change: (part: Partial<OpeningDraft>) => void }) {
  const field = (spec: (typeof personFields)[number]) => (
    <FieldOfSpec key={spec.name} spec={spec} value={draft.answers[spec.name]} onChange={(value) => change({ answers: { ...draft.answers, [spec.name]: value } })} />
  )
  return (
    <>
      <FieldGroup legend={word('personGroup')}>
        {personFields.map(field)}
        <UncertainDayField name="bornOn" label={word('bornOn')} value={draft.bornOn} onChange={(bornOn) => change({ bornOn })} />
      </FieldGroup>
      <details className="more-fields">
        <summary>{word('moreGroup')}</summary>
        <FieldGroup legend={word('moreGroup')}>{moreFields.map(field)}</FieldGroup>
      </details>
    </>
  )
}

function OpeningForm({ start }: { start: Awaited<ReturnType<typeof readStart>> }) {
  const { today } = useDesk()
  const place = usePlace()
  const address = useAddress()
  const tell = useTell()
  const [draft, setDraft] = useState<OpeningDraft>({ kind: 'admission', who: 'known', person: start.person, cell: start.cell, openedOn: today, bornOn: undefined, isAnother: false, answers: {} })
  const [errors, setErrors] = useState<FieldError[]>([])
  const change = (part: Partial<OpeningDraft>) => setDraft((old) => ({ ...old, ...part }))
  const act = useAct(admission.openCase, {
    refresh: afterAct,
    onDone: (opened) => {
      tell(word('doneWord', { act: actWords.openCase }))
      place.go(address('admissionCase', { id: opened.id }))
    },
  })
  const submit = () => {
    const wrong = openingWrongs(draft)
    setErrors(wrong)
    if (wrong.length === 0) void act.run(openingInput(draft))
  }
  const isAsked = draft.who === 'new' && (draft.isAnother || act.reasons.some(({ code }) => code === 'admission.personKnown'))
  const cancel = () => place.go(address('admissionCases'))
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button look="main" type="submit" running={act.running}>{actWords.openCase}</Button><Button onClick={cancel}>{say('ui.cancelForm')}</Button></>}>
      <RadioRow name="kind" label={word('openKind')} value={draft.kind} onChange={(kind) => change({ kind: kind as OpeningDraft['kind'] })} choices={(['admission', 'readmission'] as const).map((value) => ({ value, label: kindNames[value] }))} />
      <RadioRow name="who" stacked label={word('openWho')} value={draft.who} onChange={(who) => change({ who: who as OpeningDraft['who'] })} choices={[{ value: 'known', label: word('openKnown') }, { value: 'new', label: word('openNew') }]} />
      {draft.who === 'known'
        ? <ComboBox name="personId" label={word('openWho')} hint={word('openFind')} value={draft.person} onChange={(person) => change({ person })} search={searchProspects} />
        : <NewPerson draft={draft} change={change} />}
      <ComboBox name="cellId" label={word('openCell')} hint={draft.who === 'known' ? word('openCellHint') : undefined} optional={draft.who === 'known'} value={draft.cell} onChange={(cell) => change({ cell })} search={searchCells} />
      <DayField name="openedOn" label={word('openDay')} value={draft.openedOn} onChange={(openedOn) => change({ openedOn })} />
      {isAsked && <Checkbox name="isAnother" label={word('isAnother')} checked={draft.isAnother} onChange={(isAnother) => change({ isAnother })} />}
    </Form>
  )
}

/** Opens a file of admission or readmission, for somebody who is followed already or for a new person. */
export default function OpeningScreen() {
  const place = usePlace()
  const address = useAddress()
  const personId = place.search['nguoi']
  const start = useRead([ROOM, 'start', personId], (signal) => readStart(personId, signal))
  return (
    <Page isAct title={word('openTitle')} crumbs={[{ label: word('boardTitle'), to: address('admissionCases') }, { label: word('openTitle') }]}>
      <Loaded read={start}>{(known) => <OpeningForm start={known} />}</Loaded>
    </Page>
  )
}
