import { useRef, useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, ComboBox, DayField, dayText, FileDrop, Form, Page, ProgressLine, roomClient, say, useAct, useAddress, useDesk, usePlace, type ComboItem, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../../organisations/contract.ts'
import { importExport, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'
import { Steps } from './steps.tsx'

const organisations = roomClient(organisationsContract)
const CELLS = ['CHI_BO', 'CB_SH_TAM']

async function searchOrganisations(text: string, signal: AbortSignal): Promise<ComboItem[]> {
  const { rows } = await organisations.listTree(text ? { search: text } : {}, { signal })
  return rows.filter((row) => !CELLS.includes(row.type)).map((row) => ({ id: row.id, label: row.name, note: row.code }))
}

type Chosen = { file: File; organisationId?: string; asOf?: PlainDate }

/** First step: the file, whose list it is, and its day. Nothing is written to the register. */
export default function NewImportScreen() {
  const address = useAddress()
  const place = usePlace()
  const { today } = useDesk()
  const [file, setFile] = useState<File>()
  const [organisation, setOrganisation] = useState<ComboItem>()
  const [asOf, setAsOf] = useState<{ day: PlainDate | undefined; text: string }>({ day: undefined, text: '' })
  const [wasStopped, setWasStopped] = useState(false)
  const [errors, setErrors] = useState<FieldError[]>([])
  const sending = useRef<AbortController>(undefined)
  const act = useAct(
    (chosen: Chosen, options) => {
      sending.current = new AbortController()
      return importExport.startImport(chosen, { ...options, signal: sending.current.signal })
    },
    { refresh: [[ROOM]], onDone: ({ id, sameAs }) => place.go(address('import', { id }, { giong: sameAs?.startedOn })) },
  )
  const submit = () => {
    setWasStopped(false)
    const wrong: FieldError[] = []
    if (!file) wrong.push({ field: 'file', text: word('fileMissing') })
    if (asOf.text.trim() !== '' && !asOf.day) wrong.push({ field: 'asOf', text: say('ui.day.wrong', { text: asOf.text }) })
    if (asOf.day && asOf.day > today) wrong.push({ field: 'asOf', text: word('asOfLate', { day: dayText(asOf.day) }) })
    setErrors(wrong)
    if (file && wrong.length === 0) void act.run({ file, ...(organisation ? { organisationId: organisation.id } : {}), ...(asOf.day ? { asOf: asOf.day } : {}) })
  }
  const stop = () => {
    sending.current?.abort()
    setWasStopped(true)
    act.reset()
  }
  return (
    <Page isAct alwaysToday title={word('newTitle')} note={word('nothingWritten')} backToList={address('imports')} crumbs={[{ label: word('menu'), to: address('imports') }, { label: word('stepChoose') }]}>
      <Steps current="chon" />
      <Form
        onSubmit={submit} errors={errors} failure={wasStopped ? undefined : act.failure}
        acts={act.running ? null : <><Button look="main" type="submit">{word('read')}</Button><Button onClick={() => place.go(address('imports'))}>{say('ui.cancelForm')}</Button></>}
      >
        <FileDrop name="file" label={word('file')} hint={word('fileHint')} file={file} onChoose={setFile} kinds={['.xlsx', '.xlsm', '.xls', '.ods', '.csv']} limitMb={20} />
        <ComboBox name="organisationId" label={word('organisation')} hint={word('organisationHint')} optional value={organisation} onChange={setOrganisation} search={searchOrganisations} />
        <DayField name="asOf" label={word('asOfField')} hint={word('asOfHint')} optional value={asOf.day} onChange={(day, text) => setAsOf({ day, text })} />
      </Form>
      {act.running && <ProgressLine label={word('storing')} onStop={stop} />}
    </Page>
  )
}
