import { useRef, useState, type DragEvent, type InputHTMLAttributes } from 'react'
import { Button, FailureBox, ProgressLine, Section, useRefresh, asFailure, type Failure } from '../../../../platform/ui-kit/index.ts'
import { afterAct, dossiers, type DossierPage } from '../client.ts'
import { chosenFiles, droppedFiles, hashOf, scansOnly, type Named } from '../dropped-files.ts'
import { word } from '../words.vi.ts'
import { ScanRows, isReady, type Row } from './scan-rows.tsx'

const MEGABYTES = 10
const AT_ONCE = 200

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
async function match(files: readonly Named[], personId: string | undefined): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE)
    const names = []
    for (const { path, file } of some) {
      const hash = await hashOf(file)
      names.push({ name: path.slice(-300), ...(hash ? { hash } : {}) })
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

/** Takes in many scans: names are matched, shown and mended, then the chosen ones are kept one after the other. */
export function ScanIntake({ person, onLeave }: { person?: DossierPage['person']; onLeave?: () => void }) {
  const refresh = useRefresh()
  const [rows, setRows] = useState<readonly Row[]>([])
  const [skipped, setSkipped] = useState(0)
  const [busy, setBusy] = useState<'matching' | 'keeping'>()
  const [failure, setFailure] = useState<Failure>()
  const stopped = useRef(false)
  const take = async (files: Named[]) => {
    const scans = scansOnly(files)
    setSkipped(files.length - scans.length)
    setFailure(undefined)
    setBusy('matching')
    try {
      setRows(await match(scans, person?.id))
    } catch (thrown) {
      setFailure(asFailure(thrown))
    }
    setBusy(undefined)
  }
  const ready = rows.filter(isReady)
  const keep = async () => {
    stopped.current = false
    setBusy('keeping')
    for (const row of ready) {
      if (stopped.current) break
      const outcome = await keepOne(row)
      setRows((now) => now.map((each) => (each.key === row.key ? { ...each, outcome } : each)))
    }
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
      {busy === 'matching' && <ProgressLine label={word('matching')} />}
      {rows.length > 0 && (
        <>
          <ScanRows rows={rows} forOne={person !== undefined} onChange={(changed) => setRows(rows.map((row) => (row.key === changed.key ? changed : row)))} />
          {busy === 'keeping' && <ProgressLine label={word('keeping')} onStop={() => { stopped.current = true }} />}
          {done > 0 && <p role="status">{word('keptCount', { kept: count('kept'), here: count('wasHere'), failed: count('failed') })}</p>}
          {ready.length === 0 && done === 0 && <p className="hint">{word('noneToKeep')}</p>}
          <div className="form-acts">
            {ready.length > 0 && <Button look="main" running={busy === 'keeping'} onClick={() => void keep()}>{word('keepThem', { n: ready.length })}</Button>}
            <Button onClick={() => setRows([])}>{word('startAgain')}</Button>
          </div>
        </>
      )}
    </Section>
  )
}
