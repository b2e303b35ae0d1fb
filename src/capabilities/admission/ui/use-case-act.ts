import { useState } from 'react'
import { useAct, useRefresh, type Act, type CallContext } from '../../../platform/ui-kit/index.ts'
import { afterAct, ROOM, type CaseFile } from './client.ts'

type Done = { id: string; version: number }

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
): CaseAct<Omit<Full, 'id' | 'version'>, Output> {
  const refresh = useRefresh()
  const [opened] = useState(file)
  const act = useAct(send, {
    refresh: afterAct,
    ...(onDone ? { onDone } : {}),
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
