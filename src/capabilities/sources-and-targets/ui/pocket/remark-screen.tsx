import { useState } from 'react'
import { Button, dayText, FailureBox, Loaded, PocketCard, PocketPage, say, Select, TextArea, useAct, useAddress, useParams, usePlace, useRead, useTell } from '../../../../platform/ui-kit/index.ts'
import { quarterText, stageNames } from '../../messages.vi.ts'
import { ROOM, sourcesAndTargets } from '../office/sources/client.ts'
import { word } from '../office/sources/words.vi.ts'
import { quarterAsked, remarkOf } from '../quarter-asked.ts'

/** One person and one question: what the cell says for the quarter that is asked for. */
export default function PocketRemark() {
  const { id } = useParams<{ id: string }>()
  const address = useAddress()
  const place = usePlace()
  const tell = useTell()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const [chosen, choose] = useState<string>()
  const leave = (said: string) => { tell(said); place.go(address('pocketSources')) }
  const read = useRead([ROOM, 'prospect', id], (signal) => sourcesAndTargets.findProspect({ id }, { signal }), { kept: true })
  const quarter = chosen ?? quarterAsked(read.value?.quarters ?? [], read.value?.remarks ?? null)
  const former = quarter === undefined ? undefined : remarkOf(read.value?.remarks ?? null, quarter)
  const act = useAct(sourcesAndTargets.recordRemark, {
    refresh: [[ROOM]], onDone: () => leave(word('remarkSaved')),
    waits: {
      words: (input) => ({
        title: `${word('pocketRemark')} – ${read.value?.fullName ?? ''}`, page: place.path, subject: { kind: 'sources.prospect', id },
        rows: [{ label: question, value: input.text }],
      }),
      onWaiting: () => leave(say('m.waiting.saved')),
    },
  })
  const keeps = read.value !== undefined && read.value.mayKeep && read.value.closedOn === null && quarter !== undefined
  const save = () => {
    setAsked(true)
    if (text.trim() !== '' && quarter) void act.run({ id, quarter, text, ...(former ? { replaces: former.id } : {}) })
  }
  const question = quarter ? word('pocketRemarkFor', { quarter: quarterText(quarter).toLowerCase() }) : ''
  return (
    <PocketPage title={read.value?.fullName ?? word('pocketTitle')} backTo={address('pocketSources')} subject={id} lead={read.value && <p>{stageNames[read.value.stage]}</p>}
      bottom={keeps && <Button look="main" running={act.running} onClick={save}>{word('pocketRemark')}</Button>}>
      <FailureBox failure={act.failure} />
      <Loaded read={read}>
        {(one) => (
          <>
            {keeps && one.quarters.length > 1 && <Select name="quarter" label={word('fieldQuarter')} value={quarter} onChange={choose} choices={one.quarters.map((value) => ({ value, label: quarterText(value) }))} />}
            {former && <p className="pocket-note">{word('remarkReplaces', { day: dayText(former.writtenOn) })}</p>}
            {keeps && <TextArea name="text" label={question} value={text} onChange={setText} error={asked && !text.trim() ? say('ui.fieldMissing', { field: question }) : undefined} rows={6} maxLength={2000} />}
            {(one.remarks ?? []).filter((remark) => remark.supersededAt === null).map((remark) => (
              <PocketCard key={remark.id} title={quarterText(remark.quarter)} note={dayText(remark.writtenOn)}><p>{remark.text}</p></PocketCard>
            ))}
          </>
        )}
      </Loaded>
    </PocketPage>
  )
}
