import { useState } from 'react'
import { Button, dayText, RefusalBox, StatusMark, SummaryList, useIsPast } from '../../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../../codes.ts'
import type { CaseDocument, CaseFile, ChecklistRow } from '../../client.ts'
import { documentShapes } from '../../marks.ts'
import { documentStateNames, faultNames, word } from '../../words.vi.ts'
import { PaperCheck } from './paper-check.tsx'
import { PaperRecord } from './paper-record.tsx'
import { Scans } from './scans.tsx'

type Mode = 'view' | 'check' | 'replace'

/** What is asked first: a paper that waits is examined, a bad one is replaced, if this role may. */
function firstMode(paper: CaseDocument, may: (code: ActKind) => boolean): Mode {
  const isBad = paper.state === 'needsWork' || paper.isStale
  if (isBad && may('replaceDocument')) return 'replace'
  return paper.state === 'toCheck' && may('checkDocument') ? 'check' : 'view'
}

function Facts({ paper, row }: { paper: CaseDocument; row: ChecklistRow }) {
  const state = paper.isStale ? 'expired' : paper.state
  const rows = [
    { label: word('colState'), value: <StatusMark shape={documentShapes[state]}>{documentStateNames[state]}</StatusMark> },
    ...(row.formMark ? [{ label: word('colForm'), value: row.formMark }] : []),
    ...(paper.subject ? [{ label: word('documentSubject'), value: paper.subject.name }] : []),
    ...(paper.number ? [{ label: word('documentNumber'), value: paper.number }] : []),
    { label: word('documentDated'), value: dayText(paper.datedOn) },
    { label: word('documentReceived'), value: dayText(paper.receivedOn) },
    ...(paper.pages ? [{ label: word('documentPages'), value: paper.pages }] : []),
    ...(paper.freshUntil ? [{ label: word('freshUntil'), value: dayText(paper.freshUntil) }] : []),
    ...(paper.fault ? [{ label: word('documentFault'), value: faultNames[paper.fault] }] : []),
    ...(paper.remark ? [{ label: word('documentRemarkRow'), value: paper.remark }] : []),
    ...(paper.checkedBy ? [{ label: word('colChecked'), value: word('documentChecked', { name: paper.checkedBy, day: dayText(paper.checkedOn) }) }] : []),
  ]
  return <SummaryList rows={rows} />
}

function KeptPaper({ file, row, paper, onClose }: { file: CaseFile; row: ChecklistRow; paper: CaseDocument; onClose: () => void }) {
  const isPast = useIsPast()
  const may = (code: ActKind) => !isPast && file.acts.some((act) => act.code === code && act.isPossible)
  const [mode, setMode] = useState<Mode>(() => firstMode(paper, may))
  return (
    <>
      <h3>{row.title}</h3>
      <Facts paper={paper} row={row} />
      <Scans file={file} paper={paper} mayAdd={may('attachScan')} />
      {mode === 'check' && <PaperCheck file={file} paper={paper} onDone={onClose} onCancel={() => setMode('view')} />}
      {mode === 'replace' && <PaperRecord file={file} row={row} replaces={paper} onDone={onClose} onCancel={() => setMode('view')} />}
      {mode === 'view' && (
        <div className="form-acts">
          {may('checkDocument') && <Button onClick={() => setMode('check')}>{word('documentCheck')}</Button>}
          {may('replaceDocument') && <Button onClick={() => setMode('replace')}>{word('documentReplace')}</Button>}
        </div>
      )}
    </>
  )
}

/** One paper: what is kept of it and its scans, with the form to examine or replace it; or the form to record one that came. */
export function PaperForm(props: { file: CaseFile; documentId: string | undefined; documentCode: string | undefined; onClose: () => void }) {
  const { file, documentId, documentCode, onClose } = props
  const row = file.checklist.find((one) => (documentId ? one.documents.some((paper) => paper.id === documentId) : one.code === documentCode))
  const paper = row?.documents.find((one) => one.id === documentId)
  if (!row || (documentId && !paper)) return <RefusalBox reasons={[{ message: word('documentNotHere') }]} />
  if (paper) return <KeptPaper file={file} row={row} paper={paper} onClose={onClose} />
  return (
    <>
      <h3>{row.title}</h3>
      <PaperRecord file={file} row={row} onDone={onClose} onCancel={onClose} />
    </>
  )
}
