import { useState } from 'react'
import { useAct, useRefresh, type Act, type CallContext, type EntryWords } from '../../../platform/ui-kit/index.ts'
import { afterAct, ROOM, type CaseFile } from './client.ts'
import { nameWithYear } from './people.ts'

type Done = { id: string; version: number }

/** Name under which the phone finds the view of this room when an act that waited meets a newer version. */
export const FILE_SUBJECT = 'admission.caseFile'

/** An act that the phone keeps while there is no network: its name, its page, what was typed, and what follows then. */
export type WaitingAct<Input> = { readonly title: string; readonly page: string; readonly rows: (input: Input) => EntryWords['rows']; readonly onWaiting: () => void }

/** What is read about an act on a file while it waits. */
export const wordsOfWaiting = <Input>(file: CaseFile, { title, page, rows }: Omit<WaitingAct<Input>, 'onWaiting'>) => (input: Input): EntryWords => ({
  title: `${title} – ${nameWithYear(file.person)}`, page, rows: rows(input),
  subject: { kind: FILE_SUBJECT, id: file.id, version: file.version, seen: file.history.map(({ id }) => id) },
})

export type CaseAct<Input, Output> = Omit<Act<Input, Output>, 'run'> & {
  readonly run: (input: Input) => Promise<Output | undefined>
  /** What others recorded while the form was being filled in; empty unless the last try met a newer version. */
  readonly othersActs: CaseFile['history']
  /** The file as it was when the form was opened. */
  readonly opened: CaseFile
}

/**
 * An act on a file with the version last read. When somebody else was faster, the file is read again, what they did is
 * shown, and the next press sends the same input with the version that is then known. Nothing typed is lost.
 */
export function useCaseAct<Full extends { id: string; version: number }, Output extends Done>(
  file: CaseFile,
  send: (input: Full, options: { context: CallContext }) => Promise<Output>,
  onDone?: (output: Output) => void,
  waiting?: WaitingAct<Full>,
): CaseAct<Omit<Full, 'id' | 'version'>, Output> {
  const refresh = useRefresh()
  const [opened] = useState(file)
  const act = useAct(send, {
    refresh: afterAct,
    ...(onDone ? { onDone } : {}),
    ...(waiting ? { waits: { words: wordsOfWaiting(file, waiting), onWaiting: waiting.onWaiting } } : {}),
  })
  const run = async (input: Omit<Full, 'id' | 'version'>) => {
    const output = await act.run({ ...input, id: file.id, version: file.version } as Full)
    if (output === undefined) await refresh([ROOM, 'case', file.id])
    return output
  }
  const known = new Set(opened.history.map((one) => one.id))
  const othersActs = act.conflict ? file.history.filter((one) => !known.has(one.id)) : []
  return { ...act, run, othersActs, opened }
}
