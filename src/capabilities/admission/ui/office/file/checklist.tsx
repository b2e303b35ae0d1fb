import { AppLink, Button, dayText, DataTable, FailureBox, Section, StatusMark, useAct, useIsPast, useTell, type Column } from '../../../../../platform/ui-kit/index.ts'
import { admission, afterAct, type CaseFile, type ChecklistRow } from '../../client.ts'
import { documentShapes } from '../../marks.ts'
import { documentStateNames, word } from '../../words.vi.ts'
import { useActLinks } from '../use-act-links.ts'
import { useNarrow } from '../use-narrow.ts'
import { Explanation } from './explanation.tsx'
import { isBad, isRowOpen, linesOf, stateOfLine, type PaperLine } from '../../paper-line.ts'

function Title({ line, file }: { line: PaperLine; file: CaseFile }) {
  const links = useActLinks(file)
  const isPast = useIsPast()
  const { row, paper } = line
  const mayRecord = !isPast && file.acts.some((act) => act.code === 'recordDocument' && act.isPossible)
  const to = paper ? links.paper(paper) : mayRecord ? links.paper({ code: row.code }) : undefined
  return (
    <div id={line.first ? `giay-${row.code}` : undefined} className={isBad(line) ? 'paper-title paper-bad' : 'paper-title'}>
      {to ? <AppLink to={to}>{row.title}</AppLink> : row.title}
      {paper?.subject && ` – ${paper.subject.name}`}
      {paper?.changedSinceLastSending && file.changes && <span className="summary-note">({word('changedMark')})</span>}
      {isBad(line) && <Explanation line={line} file={file} />}
    </div>
  )
}

function columnsOf(file: CaseFile): Column<PaperLine>[] {
  return [
    { id: 'state', title: word('colState'), tight: true, width: '17%', cell: (line) => <StatusMark shape={documentShapes[stateOfLine(line)]}>{documentStateNames[stateOfLine(line)]}</StatusMark> },
    { id: 'form', title: word('colForm'), tight: true, cell: ({ row, first }) => first && row.formMark && <>{row.formMark}{!row.formMarkConfirmed && <span className="summary-note">({word('formUnconfirmed')})</span>}</> },
    { id: 'title', title: word('colTitle'), width: '50%', cell: (line) => <Title line={line} file={file} /> },
    { id: 'dated', title: word('colDated'), tight: true, cell: ({ paper }) => paper?.datedOn && dayText(paper.datedOn) },
    { id: 'pages', title: word('colPages'), number: true, cell: ({ paper }) => paper?.pages },
    { id: 'checked', title: word('colChecked'), extra: true, cell: ({ paper }) => paper?.checkedBy && word('documentChecked', { name: paper.checkedBy, day: dayText(paper.checkedOn) }) },
  ]
}

function Papers({ file, rows }: { file: CaseFile; rows: readonly ChecklistRow[] }) {
  return (
    <DataTable caption={word('checklist')} columns={columnsOf(file)} rows={linesOf(rows)} rowKey={(line) => line.key} rowTone={(line) => (isBad(line) ? 'soon' : undefined)} />
  )
}

/** Finds all papers that wait valid at once, for those who examine a file whole. */
function AcceptMany({ file }: { file: CaseFile }) {
  const tell = useTell()
  const waiting = file.checklist.flatMap((row) => row.documents).filter((paper) => paper.state === 'toCheck' && !paper.isStale && paper.fault === null)
  const act = useAct(admission.acceptDocuments, { refresh: afterAct, onDone: () => tell(word('acceptedMany', { n: waiting.length })) })
  const may = file.acts.some((one) => one.code === 'acceptDocuments' && one.isPossible)
  if (!may || waiting.length < 2) return null
  return (
    <>
      <Button look="quiet" running={act.running} onClick={() => void act.run({ id: file.id, version: file.version, documentIds: waiting.map((paper) => paper.id) })}>
        {word('acceptMany', { n: waiting.length })}
      </Button>
      <FailureBox failure={act.failure} />
    </>
  )
}

function Folded({ title, file, rows, open }: { title: string; file: CaseFile; rows: readonly ChecklistRow[]; open?: boolean }) {
  if (rows.length === 0) return null
  return (
    <details className="folded-papers" open={open}>
      <summary>{title}</summary>
      <Papers file={file} rows={rows} />
    </details>
  )
}

/** The papers of the file; bad ones open themselves, what is not required or not yet due is folded. */
export function Checklist({ file }: { file: CaseFile }) {
  const isPast = useIsPast()
  const { needed, valid } = file.checklistCount
  const later = file.checklist.filter((row) => row.state === 'notYet')
  const none = file.checklist.filter((row) => row.state === 'notRequired')
  const now = file.checklist.filter((row) => !later.includes(row) && !none.includes(row))
  const narrow = useNarrow()
  const changed = narrow || (file.changes && !file.isReturned) ? now.filter(isRowOpen) : now
  const unchanged = now.filter((row) => !changed.includes(row))
  return (
    <Section title={word('checklist')} note={word('checklistCount', { valid, needed })} acts={!isPast && <AcceptMany file={file} />}>
      {changed.length > 0 && <Papers file={file} rows={changed} />}
      <Folded title={word(file.changes ? 'unchangedFold' : 'inOrderFold', { n: unchanged.length })} file={file} rows={unchanged} />
      <Folded title={word('laterFold', { n: later.length })} file={file} rows={later} />
      <Folded title={word('notRequiredFold', { n: none.length })} file={file} rows={none} />
    </Section>
  )
}
