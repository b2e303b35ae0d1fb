import { useState } from 'react'
import { Button, FailureBox, FileDrop, momentText, SCAN_MEGABYTES, sizeText, useAct, useTell } from '../../../../../platform/ui-kit/index.ts'
import { admission, afterAct, type CaseDocument, type CaseFile } from '../../client.ts'
import { openScan, SCAN_KINDS } from '../../scans.ts'
import { word } from '../../words.vi.ts'

function AddScan({ file, paper }: { file: CaseFile; paper: CaseDocument }) {
  const tell = useTell()
  const [scan, setScan] = useState<File>()
  const act = useAct(admission.attachScan, {
    refresh: afterAct,
    onDone: () => {
      tell(word('scanSent'))
      setScan(undefined)
    },
  })
  return (
    <>
      <FailureBox failure={act.failure} />
      <FileDrop name="file" label={word('scanAdd')} hint={word('scanAddHint', { mb: SCAN_MEGABYTES })} optional file={scan} onChoose={setScan} kinds={SCAN_KINDS} limitMb={SCAN_MEGABYTES} />
      {scan && <Button running={act.running} onClick={() => void act.run({ id: file.id, documentId: paper.id, file: scan })}>{word('scanSend')}</Button>}
    </>
  )
}

/** The scans of a paper: each opens in a tab of its own; every look is written down by the server. */
export function Scans({ file, paper, mayAdd }: { file: CaseFile; paper: CaseDocument; mayAdd: boolean }) {
  const open = useAct(openScan)
  return (
    <section className="scans" aria-label={word('documentScans')}>
      <h3>{word('documentScans')}</h3>
      {paper.scans.length === 0 && <p className="hint">{word('scansNone')}</p>}
      <ul>
        {paper.scans.map((scan) => (
          <li key={scan.id}>
            <button type="button" className="as-link" onClick={() => void open.run({ id: file.id, documentId: paper.id, scan })}>{scan.fileName}</button>
            <span className="summary-note">{sizeText(scan.byteSize)} · {momentText(scan.recordedAt)}</span>
          </li>
        ))}
      </ul>
      <FailureBox failure={open.failure} />
      {mayAdd && <AddScan file={file} paper={paper} />}
    </section>
  )
}
