import { Button, dayText, GreyLines, momentText, PocketRows, StatusMark, useRead } from '../../../../platform/ui-kit/index.ts'
import type { OtherSide } from '../../../../platform/ui-kit/offline/index.ts'
import { admission, ROOM, type CaseFile } from '../client.ts'
import { stageShape } from '../marks.ts'
import { stageNames, word } from '../words.vi.ts'

const since = (file: CaseFile, seen: readonly string[] = []) => file.history.filter(({ id }) => !seen.includes(id))

/** What others recorded on the file since an act was kept on the phone, and the stage it is at; the act may go again on that. */
const OtherSideOfFile: OtherSide = ({ entry, onResend }) => {
  const id = entry.subject!.id
  const read = useRead([ROOM, 'case', id], (signal) => admission.findCase({ id }, { signal }))
  const file = read.value
  if (!file) return read.failure ? <p>{word('filesUnread')}</p> : <GreyLines lines={2} />
  return (
    <>
      <p>{word('nowInStage')}: <StatusMark shape={stageShape(file.stage)}>{stageNames(file.kind, file.stage)}</StatusMark></p>
      <PocketRows rows={since(file, entry.subject?.seen).map((act) => ({ label: act.actedBy ? `${act.words} (${act.actedBy})` : act.words, value: `${dayText(act.occurredOn)} · ${momentText(act.recordedAt)}` }))} />
      <Button onClick={() => onResend(file.version)}>{word('resendOnNew')}</Button>
    </>
  )
}

export default OtherSideOfFile
