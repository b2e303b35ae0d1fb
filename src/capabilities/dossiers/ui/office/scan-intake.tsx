import { useCallback, useRef, useState, type DragEvent, type InputHTMLAttributes } from 'react'
import { Button, FailureBox, ProgressLine, Section, useRefresh, asFailure, type Failure } from '../../../../platform/ui-kit/index.ts'
import { afterAct, dossiers, type DossierPage } from '../client.ts'
import { chosenFiles, droppedFiles, hashOf, scansOnly, type Named } from '../dropped-files.ts'
import { word } from '../words.vi.ts'
import { isDoubtfulButClear, isReady, ScanRows, withPerson, type Row } from './scan-rows.tsx'

const MEGABYTES = 10
const AT_ONCE = 200
/** Files on their way to the server at a time. */
const SENDERS = 3

/** A folder is chosen by an attribute that the typings do not know. */
const wholeFolder = { webkitdirectory: '' } as InputHTMLAttributes<HTMLInputElement>

function Zone({ onFiles }: { onFiles: (files: Named[]) => void }) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void droppedFiles(event.dataTransfer).then(onFiles)
  }
  const field = (words: string, more: InputHTMLAttributes<HTMLInputElement>) => (
    <label className="file-choose">
      <input type="file" multiple className="file-input" aria-label={words} onChange={(event) => onFiles(chosenFiles(event.target.files))} {...more} />
      <span className="button button-second" aria-hidden="true">{words}</span>
    </label>
  )
  return (
    <div className={over ? 'scan-zone scan-zone-over' : 'scan-zone'} onDrop={drop} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}>
      <strong>{word('dropTitle')}</strong>
      <span className="hint">{word('dropHint', { mb: MEGABYTES })}</span>
      <span className="scan-choose">{field(word('chooseFiles'), { accept: '.pdf,.jpg,.jpeg,.png,.webp,.heic' })}{field(word('chooseFolder'), wholeFolder)}</span>
    </div>
  )
}

/** Reads the names: to whom and to which paper each file belongs. Nothing is sent but names and hashes. */
async function match(files: readonly Named[], personId: string | undefined, onRead: (count: number) => void): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE)
    const names = []
    for (const { path, file } of some) {
      const hash = await hashOf(file)
      names.push({ name: path.slice(-300), ...(hash ? { hash } : {}) })
      onRead(from + names.length)
    }
    const { rows: matches } = await dossiers.previewScans({ ...(personId ? { personId } : {}), files: names })
    matches.forEach((found, i) => rows.push({
      key: `${from + i}`, path: some[i]!.path, file: some[i]!.file, match: found, personId: found.person?.id ?? '', documentType: found.documentType ?? '', isWanted: found.outcome === 'matched', outcome: undefined,
    }))
  }
  return rows
}

async function keepOne(row: Row): Promise<Row['outcome']> {
  try {
    const { alreadyHere } = await dossiers.keepScan({ personId: row.personId, documentType: row.documentType, file: row.file, ...(row.match.part ? { part: row.match.part } : {}) })
    return { state: alreadyHere ? 'wasHere' : 'kept' }
  } catch (thrown) {
    return { state: 'failed', failure: asFailure(thrown) }
  }
}

/** Files of one paper go one after the other, in the order of their parts; different papers side by side. */
function papersOf(rows: readonly Row[]): Row[][] {
  const papers = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.personId} ${row.documentType}`
    papers.set(key, [...(papers.get(key) ?? []), row])
  }
  return [...papers.values()].map((paper) => paper.toSorted((a, b) => (a.match.part ?? 0) - (b.match.part ?? 0)))
}

/** Takes in many scans: names are matched, shown and mended, then the chosen ones are kept, a few at a time; what is stopped goes on where it was. */
export function ScanIntake({ person, onLeave }: { person?: DossierPage['person']; onLeave?: () => void }) {
  const refresh = useRefresh()
  const [rows, setRows] = useState<readonly Row[]>([])
  const [skipped, setSkipped] = useState(0)
  const [busy, setBusy] = useState<{ doing: 'matching' | 'keeping'; done: number; total: number }>()
  const [failure, setFailure] = useState<Failure>()
  const stopped = useRef(false)
  const take = async (files: Named[]) => {
    const scans = scansOnly(files)
    setSkipped(files.length - scans.length)
    setFailure(undefined)
    const read = (done: number) => setBusy({ doing: 'matching', done, total: scans.length })
    read(0)
    try {
      setRows(await match(scans, person?.id, read))
    } catch (thrown) {
      setFailure(asFailure(thrown))
    }
    setBusy(undefined)
  }
  const change = useCallback((changed: Row) => setRows((now) => now.map((row) => (row.key === changed.key ? changed : row))), [])
  const choosePerson = useCallback((chosen: Row) => setRows((now) => withPerson(now, chosen)), [])
  const ready = rows.filter(isReady)
  const doubtful = rows.filter(isDoubtfulButClear).length
  const keep = async () => {
    stopped.current = false
    const waiting = papersOf(ready)
    const total = ready.length
    let done = 0
    const send = async () => {
      for (let paper = waiting.shift(); paper; paper = waiting.shift()) {
        for (const row of paper) {
          if (stopped.current) return
          change({ ...row, outcome: await keepOne(row) })
          setBusy({ doing: 'keeping', done: ++done, total })
        }
      }
    }
    setBusy({ doing: 'keeping', done, total })
    await Promise.all(Array.from({ length: SENDERS }, send))
    setBusy(undefined)
    await refresh(...afterAct)
  }
  const count = (state: NonNullable<Row['outcome']>['state']) => rows.filter(({ outcome }) => outcome?.state === state).length
  const done = rows.filter(({ outcome }) => outcome).length
  const title = person ? `${word('addScans')}: ${person.fullName}` : word('scanFiles')
  return (
    <Section title={title} boxed acts={onLeave && <Button look="quiet" onClick={onLeave}>{word('closeForm')}</Button>}>
      <Zone onFiles={(files) => void take(files)} />
      {skipped > 0 && <p className="hint">{word('fileKinds', { n: skipped })}</p>}
      <FailureBox failure={failure} />
      {busy?.doing === 'matching' && <ProgressLine label={word('matching')} done={busy.done} total={busy.total} unit={word('filesUnit')} />}
      {rows.length > 0 && (
        <>
          {busy?.doing === 'keeping' && <ProgressLine label={word('keeping')} done={busy.done} total={busy.total} unit={word('filesUnit')} onStop={() => { stopped.current = true }} />}
          {!busy && done > 0 && ready.length > 0 && <p>{word('stillToKeep', { n: ready.length })}</p>}
          {done > 0 && <p role="status">{word('keptCount', { kept: count('kept'), here: count('wasHere'), failed: count('failed') })}</p>}
          {ready.length === 0 && done === 0 && <p className="hint">{word('noneToKeep')}</p>}
          <div className="form-acts">
            {ready.length > 0 && <Button look="main" running={busy?.doing === 'keeping'} onClick={() => void keep()}>{word('keepThem', { n: ready.length })}</Button>}
            {doubtful > 1 && !busy && <Button onClick={() => setRows((now) => now.map((row) => (isDoubtfulButClear(row) ? { ...row, isWanted: true } : row)))}>{word('takeDoubtful', { n: doubtful })}</Button>}
            <Button onClick={() => setRows([])}>{word('startAgain')}</Button>
          </div>
          <ScanRows rows={rows} forOne={person !== undefined} onChange={change} onPerson={choosePerson} />
        </>
      )}
    </Section>
  )
}
