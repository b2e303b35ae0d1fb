import './import.css'
import { useState } from 'react'
import { Button, dayText, LinkButton, Loaded, Page, ProgressLine, momentText, useAddress, useAddressState, useParams, usePlace, useRead } from '../../../../platform/ui-kit/index.ts'
import { importExport, ROOM, type ImportFile } from '../client.ts'
import { word } from '../words.vi.ts'
import { CommitStep } from './commit-step.tsx'
import { Figures } from './figures.tsx'
import { FileStep } from './file-step.tsx'
import { groupFindings, openCounts } from './finding-groups.ts'
import { FirstReading } from './first-reading.tsx'
import { useImportAddress } from './import-address.ts'
import { HeadingsStep } from './headings-step.tsx'
import { useMayWrite } from './may-write.ts'
import { ReportAct } from './report-act.tsx'
import { ResultStep } from './result-step.tsx'
import { RowsView } from './rows-view.tsx'
import { leftOf, SettleStep } from './settle-step.tsx'
import { stepOf, Steps, type Step } from './steps.tsx'

const REFRESH_WHILE_READING_MS = 1000

type Open = ReturnType<typeof openCounts>

/** What still has to be settled, in one sentence. */
function openWords({ error, question, proposal }: Open): string {
  const parts = [question > 0 && word('openQuestions', { n: question }), proposal > 0 && word('openProposals', { n: proposal })].filter(Boolean)
  const first = parts.length > 0 ? word('openLine', { what: parts.join(word('and')) }) : word('nothingOpen')
  return error > 0 ? first + word('errorsMayWait', { n: error }) : first
}

function noteOf({ import: found, preview }: ImportFile): string {
  const asOf = preview?.asOf ?? found.asOf
  const state = found.undoneAt ? word('undoneOn', { moment: momentText(found.undoneAt) }) : found.writtenAt ? word('writtenOn', { moment: momentText(found.writtenAt) }) : word('nothingWritten')
  return [asOf && word('asOf', { day: dayText(asOf) }), state].filter(Boolean).join(' · ')
}

/** The one filled button of the page head, where the step has none of its own. */
function NextStep({ file, step, open }: { file: ImportFile; step: Step; open: Open }) {
  const address = useImportAddress(file.import.id)
  const to = (buoc: Step) => address({ buoc })
  if (file.import.state !== 'toSettle') return null
  if (step === 'tieu-de') return <LinkButton look="main" to={to('giai-quyet')}>{word('continue')}</LinkButton>
  return step === 'giai-quyet' && open.question + open.proposal === 0 ? <LinkButton look="main" to={to('nhap')}>{word('continue')}</LinkButton> : null
}

function StepContent({ file, step, mayWrite }: { file: ImportFile; step: Step; mayWrite: boolean }) {
  const { preview } = file
  if (step === 'chon' || !preview) return <FileStep file={file} mayWrite={mayWrite} />
  if (step === 'tieu-de') return <HeadingsStep file={file} preview={preview} mayWrite={mayWrite && file.import.state === 'toSettle'} />
  if (step === 'giai-quyet') return <SettleStep file={file} preview={preview} mayWrite={mayWrite && file.import.state === 'toSettle'} />
  return step === 'nhap' ? <CommitStep file={file} preview={preview} mayWrite={mayWrite} /> : <ResultStep file={file} preview={preview} mayWrite={mayWrite} />
}

function SameFile({ file }: { file: ImportFile }) {
  const { giong } = usePlace().search
  if (!giong || file.import.state !== 'toSettle') return null
  const counts = file.preview?.counts
  const nothing = counts && counts.new + counts.changed === 0
  return <p className="box box-soon">{word(nothing ? 'sameNothing' : 'same', { day: dayText(giong as never) })}</p>
}

function ImportPage({ file }: { file: ImportFile }) {
  const address = useAddress()
  const mayWrite = useMayWrite()
  const [{ buoc, loc, 'de-lai': left }] = useAddressState({ buoc: '', loc: '', 'de-lai': '' })
  const { import: found, preview } = file
  const step = stepOf(file, buoc)
  const title = word('pageTitle', { organisation: preview?.organisationName ?? found.organisationName })
  const open = openCounts(groupFindings(preview?.findings ?? []), leftOf(left))
  const isReading = found.state === 'reading' || found.state === 'writing'
  const showsOpen = found.state === 'toSettle' && step === 'giai-quyet' && !loc
  return (
    <Page
      alwaysToday
      title={title} note={noteOf(file)} crumbs={[{ label: word('menu'), to: address('imports') }, { label: found.fileName }]}
      tools={
        <>
          {step === 'giai-quyet' && <Button onClick={() => window.print()}>{word('printFindings')}</Button>}
          {mayWrite && !isReading && preview?.outcome === 'import' && <ReportAct file={file} />}
        </>
      }
      main={mayWrite && !loc && <NextStep file={file} step={step} open={open} />}
    >
      <div className="import-steps">
        <Steps file={file} current={step} />
        {showsOpen && <p className="hint">{openWords(open)}</p>}
      </div>
      {isReading ? (mayWrite ? <FirstReading found={found} progress={file.progress} /> : <ProgressLine label={word('readingElsewhere')} />) : (
        <>
          <SameFile file={file} />
          {preview?.outcome === 'import' && <Figures file={file} step={step} />}
          {loc ? <RowsView key={loc} file={file} of={loc} step={step} /> : <StepContent file={file} step={step} mayWrite={mayWrite} />}
        </>
      )}
    </Page>
  )
}

/** One import, through its five steps. */
export default function ImportScreen() {
  const { id } = useParams<{ id: string }>()
  const [waits, setWaits] = useState(false)
  const read = useRead([ROOM, 'import', id], (signal) => importExport.findImport({ id }, { signal }), waits ? { refreshEveryMs: REFRESH_WHILE_READING_MS } : {})
  const isReading = read.value !== undefined && ['reading', 'writing'].includes(read.value.import.state)
  if (isReading !== waits) setWaits(isReading)
  if (read.value?.import.id === id) return <ImportPage key={id} file={read.value} />
  return <Page alwaysToday title={word('menu')}><Loaded read={{ ...read, value: undefined }} lines={12}>{() => null}</Loaded></Page>
}
