import { Box, Button, countText, dayText, LinkButton, RefusalBox, SummaryList, useAct, useAddress, usePlace, useTell } from '../../../../platform/ui-kit/index.ts'
import { importExport, ROOM, type ImportFile } from '../client.ts'
import { layoutNames, word } from '../words.vi.ts'

/** First step, looked at again: which file, for whom, of which day; why it was not taken. */
export function FileStep({ file, mayWrite }: { file: ImportFile; mayWrite: boolean }) {
  const address = useAddress()
  const place = usePlace()
  const tell = useTell()
  const { import: found, preview } = file
  const drop = useAct(importExport.cancelImport, {
    refresh: [[ROOM]],
    onDone: () => {
      tell(word('dropped', { file: found.fileName }))
      place.go(address('imports'))
    },
  })
  const asOf = preview?.asOf ?? found.asOf
  const isOver = found.state === 'refused' || found.state === 'cancelled'
  return (
    <>
      {found.state === 'refused' && <RefusalBox reasons={[{ message: word('refused'), ...(preview?.message ? { why: preview.message } : {}), todo: word('refusedTodo') }]} />}
      {found.state === 'cancelled' && <p>{word('cancelledNote')}</p>}
      <Box>
        <SummaryList
          rows={[
            { label: word('factFile'), value: found.fileName },
            { label: word('organisation'), value: preview?.organisationName ?? found.organisationName },
            ...(asOf ? [{ label: word('asOfField'), value: dayText(asOf) }] : []),
            ...(found.layout ? [{ label: word('factLayout'), value: layoutNames[found.layout] ?? found.layout }] : []),
            ...(found.dataRows ? [{ label: word('factRows'), value: countText(found.dataRows) }] : []),
            { label: word('factBy'), value: found.startedBy, note: dayText(found.startedOn) },
          ]}
        />
      </Box>
      {mayWrite && (
        <div className="form-acts">
          <LinkButton look={isOver ? 'main' : 'second'} to={address('importNew')}>{word('chooseOther')}</LinkButton>
          {found.state === 'toSettle' && <Button running={drop.running} onClick={() => void drop.run({ id: found.id })}>{word('drop')}</Button>}
        </div>
      )}
    </>
  )
}
