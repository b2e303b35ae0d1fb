import { Button, CheckPage, countText, ProgressLine, useAct, useAddress, usePlace, useTell } from '../../../../platform/ui-kit/index.ts'
import { importExport, ROOM, type ImportFile, type Preview } from '../client.ts'
import { word } from '../words.vi.ts'

/** Why rows are not written this time, in numbers. */
function waitingWords({ counts, writable }: Preview): string {
  const proposals = counts.new + counts.changed - (writable ? writable.new + writable.changed : 0)
  const reasons = [[counts.faulty, 'waitingFaulty'], [counts.doubtful, 'waitingDoubtful'], [proposals, 'waitingProposals']] as const
  return reasons.filter(([n]) => n > 0).map(([n, key]) => word(key, { n: countText(n) })).join(', ')
}

/** Fourth step: what will be written, checked once more, and the act itself. */
export function CommitStep({ file, preview, mayWrite }: { file: ImportFile; preview: Preview; mayWrite: boolean }) {
  const address = useAddress()
  const place = usePlace()
  const tell = useTell()
  const { id, version } = file.import
  const writable = preview.writable ?? { new: 0, changed: 0 }
  const n = writable.new + writable.changed
  const waiting = preview.dataRows - n - preview.counts.same
  const settle = () => place.go(address('import', { id }, { buoc: 'giai-quyet' }))
  const commit = useAct(importExport.commitImport, {
    refresh: [[ROOM], ['members'], ['organisations']],
    onDone: ({ written }) => {
      tell(word('resultWritten', { new: countText(written.new), changed: countText(written.changed) }))
      place.go(address('import', { id }, { buoc: 'ket-qua' }))
    },
  })
  if (n === 0 || !mayWrite)
    return (
      <div className="box">
        <p><strong>{n === 0 ? word('commitNone') : word('resultNotYet')}</strong></p>
        {n === 0 && waiting > 0 && <p>{word('commitNoneTodo')}</p>}
        {mayWrite && <Button onClick={settle}>{word('backToSettle')}</Button>}
      </div>
    )
  return (
    <>
      <CheckPage
        rows={[
          { label: word('factFile'), value: file.import.fileName },
          { label: word('factNew'), value: countText(writable.new) },
          { label: word('factChanged'), value: countText(writable.changed) },
          { label: word('factSame'), value: countText(preview.counts.same) },
          { label: word('factWaiting'), value: countText(waiting), ...(waiting > 0 ? { note: waitingWords(preview) } : {}) },
        ]}
        after={
          <>
            <p>{word('commitCheck', { new: countText(writable.new), changed: countText(writable.changed), same: countText(preview.counts.same) })}</p>
            {waiting > 0 && <p>{word('commitWaiting', { n: countText(waiting), why: waitingWords(preview) })}</p>}
          </>
        }
        permanent={false} act={word('commit', { n: countText(n) })} onAct={() => void commit.run({ id, version })} onBack={settle} running={commit.running} failure={commit.failure}
      />
      {commit.running && <ProgressLine label={word('writing')} />}
    </>
  )
}
