import { useRef } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { dayText, say, useAct, usePlace, useTell, type CallContext } from '../../../../platform/ui-kit/index.ts'
import { admission, afterAct, type CaseFile } from '../client.ts'
import type { PaperLine } from '../paper-line.ts'
import { wordsOfWaiting } from '../use-case-act.ts'
import { word } from '../words.vi.ts'
import { paperName } from './paper-name.ts'

type Photographed = { pages: readonly File[]; datedOn: PlainDate | undefined; subjectId: string | undefined }
type Scan = Photographed & { id: string; version: number }

/** A paper that waits for examination takes the pages as they are; a missing or bad one is first recorded anew. */
const isKept = ({ paper }: PaperLine): boolean => paper !== undefined && paper.state === 'toCheck' && !paper.isStale && paper.fault !== 'missing'

/** What has already arrived, so that trying again after a broken network sends only the rest. */
type Arrived = { documentId: string | undefined; readonly pages: Set<File> }

/** Records the paper when it is not there yet, then adds every page that was photographed. */
async function sendPaper(line: PaperLine, { pages, datedOn, subjectId, ...on }: Scan, options: { context: CallContext }, arrived: Arrived) {
  const { row, paper } = line
  const told = { ...on, pages: pages.length, ...(datedOn ? { datedOn } : {}), ...(paper?.subject ? { subjectId: paper.subject.id } : subjectId ? { subjectId } : {}) }
  const { record } = options.context
  const recorded = async () => (await (paper ? admission.replaceDocument({ ...told, documentId: paper.id }, options) : admission.recordDocument({ ...told, code: row.code }, options))).documentId
  const documentId = arrived.documentId ?? (isKept(line) ? paper!.id : await recorded())
  // What is only written down for later has not arrived.
  if (!record) arrived.documentId = documentId
  for (const file of pages.filter((page) => !arrived.pages.has(page))) {
    await admission.attachScan({ id: on.id, documentId, file }, record ? { context: { record } } : {})
    if (!record) arrived.pages.add(file)
  }
  return documentId
}

/** Sends the photographed pages of one paper. */
export function useScanPaper(file: CaseFile, line: PaperLine, onDone: () => void) {
  const tell = useTell()
  const arrived = useRef<Arrived>({ documentId: undefined, pages: new Set() })
  const { path } = usePlace()
  const leave = (said: string) => {
    arrived.current = { documentId: undefined, pages: new Set() }
    tell(said)
    onDone()
  }
  const words = wordsOfWaiting<Scan>(file, {
    title: word('recordPaper'), page: path,
    rows: ({ pages, datedOn }) => [{ label: word('paperName'), value: paperName(line) }, { label: word('paperPages'), value: String(pages.length) }, ...(datedOn ? [{ label: word('paperDay'), value: dayText(datedOn) }] : [])],
  })
  const act = useAct((input: Scan, options) => sendPaper(line, input, options, arrived.current), {
    refresh: afterAct,
    onDone: () => leave(word('paperSaved')),
    waits: { words, onWaiting: () => leave(say('m.waiting.saved')) },
  })
  return { ...act, needsDay: !isKept(line), send: (photographed: Photographed) => void act.run({ ...photographed, id: file.id, version: file.version }) }
}
