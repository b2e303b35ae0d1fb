import { useState } from 'react'
import { useAct } from '../../../../platform/ui-kit/index.ts'
import { importExport, ROOM, type Finding, type ImportFile, type Settling } from '../client.ts'
import { withDrafts, type Draft, type Drafts } from './settling.ts'

/** Settles findings: what is chosen row by row is gathered, then the file is read again with it. */
export function useSettling(file: ImportFile) {
  const [drafts, setDrafts] = useState<Drafts>(new Map())
  const act = useAct(importExport.readImport, { refresh: [[ROOM]] })
  const send = (settling: Settling) => act.run({ id: file.import.id, ...settling })
  const change = (finding: Finding, draft: Draft | undefined) =>
    setDrafts((now) => {
      const next = new Map(now)
      if (draft) next.set(finding, draft)
      else next.delete(finding)
      return next
    })
  return {
    drafts, change, send,
    running: act.running,
    failure: act.failure,
    dropDrafts: () => setDrafts(new Map()),
    applyDrafts: async () => {
      const read = await send(withDrafts(file.settling, drafts))
      if (read) setDrafts(new Map())
    },
  }
}

export type SettlingWork = ReturnType<typeof useSettling>
