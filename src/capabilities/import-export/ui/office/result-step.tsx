import { useState } from 'react'
import { AppLink, Box, Button, countText, DataTable, dayText, FailureBox, momentText, ProgressLine, Section, SummaryList, useAct, useAddress, useAddressState, useTell } from '../../../../platform/ui-kit/index.ts'
import { importExport, ROOM, type ImportFile, type Preview } from '../client.ts'
import { keptOtherwise, keptReasons, word } from '../words.vi.ts'

type Kept = Awaited<ReturnType<typeof importExport.undoImport>>['kept']

/** Who stays although the import was taken back, and why. */
function KeptPeople({ kept }: { kept: Kept }) {
  const address = useAddress()
  if (kept.length === 0) return <p>{word('undoKeptNone')}</p>
  return (
    <Section title={word('undoKept', { n: countText(kept.length) })}>
      <DataTable
        caption={word('undoKept', { n: countText(kept.length) })} rows={kept} rowKey={(row) => row.personId} rowHref={(row) => address('member', { id: row.personId })} total={kept.length} pageSize={kept.length}
        columns={[
          { id: 'name', title: word('findingName'), cell: (row) => <AppLink to={address('member', { id: row.personId })}>{row.fullName}</AppLink> },
          { id: 'why', title: word('undoKeptWhy'), cell: (row) => keptReasons[row.why] ?? keptOtherwise },
        ]}
      />
    </Section>
  )
}

/** Last step: what was written, what waits, and the way back. */
export function ResultStep({ file, preview, mayWrite }: { file: ImportFile; preview: Preview; mayWrite: boolean }) {
  const address = useAddress()
  const tell = useTell()
  const { id, state, startedOn, writtenAt, undoneAt } = file.import
  const [{ rut }, set] = useAddressState({ rut: '' })
  const [kept, setKept] = useState<Kept>()
  const written = preview.writable ?? { new: 0, changed: 0 }
  const changes = written.new + written.changed
  const waiting = preview.dataRows - changes - preview.counts.same
  const undo = useAct(importExport.undoImport, {
    refresh: [[ROOM], ['members'], ['organisations']],
    onDone: (done) => {
      setKept(done.kept)
      tell(word('undoDone', { n: countText(done.takenBack) }))
    },
  })
  // A number opens its rows only where the list behind it is exactly as long.
  const rows = (loc: keyof Preview['counts'], n: number) => (n > 0 && n === preview.counts[loc] ? <AppLink to={address('import', { id }, { buoc: 'ket-qua', loc })}>{countText(n)}</AppLink> : countText(n))
  return (
    <>
      <Box>
        <p><strong>{state === 'undone' ? word('resultUndone') : word('resultWritten', { new: countText(written.new), changed: countText(written.changed) })}</strong></p>
        <p className="hint">{undoneAt ? word('undoneOn', { moment: momentText(undoneAt) }) : writtenAt && word('writtenOn', { moment: momentText(writtenAt) })}</p>
        <SummaryList
          rows={[
            { label: word('factNew'), value: rows('new', written.new) },
            { label: word('factChanged'), value: rows('changed', written.changed) },
            { label: word('factSame'), value: rows('same', preview.counts.same) },
            { label: word('factWaiting'), value: countText(waiting) },
            { label: word('factOnlyHere'), value: rows('onlyHere', preview.counts.onlyHere) },
          ]}
        />
      </Box>
      {undo.failure && <FailureBox failure={undo.failure} />}
      {mayWrite && state === 'written' && (rut
        ? (
          <Box tone="soon">
            <p>{word('undoCheck', { day: dayText(startedOn), n: countText(changes) })}</p>
            <div className="form-acts">
              <Button look="main" running={undo.running} onClick={() => void undo.run({ id })}>{word('undo')}</Button>
              <Button onClick={() => set({ rut: '' })}>{word('notUndo')}</Button>
            </div>
            {undo.running && <ProgressLine label={word('undoing')} />}
          </Box>
        )
        : <div className="form-acts"><Button onClick={() => set({ rut: '1' })}>{word('undo')}</Button></div>)}
      {kept && <KeptPeople kept={kept} />}
    </>
  )
}
