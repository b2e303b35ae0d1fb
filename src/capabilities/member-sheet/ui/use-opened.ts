import { useEffect, useState } from 'react'
import { useAct, useDesk } from '../../../platform/ui-kit/index.ts'
import type { OpenableClass } from '../codes.ts'
import { memberSheet, ROOM, type Sheet } from './client.ts'
import type { Opening } from './open-form.tsx'

const COVERS_AFTER_MS = 10 * 60_000

type Opened = Awaited<ReturnType<typeof memberSheet.openSheet>> & { readonly classes: readonly OpenableClass[] }

/** The sheet with what was opened put in; covered again after ten minutes, and when the page is left. */
export function useOpened(sheet: Sheet) {
  const { asOf, knownAt } = useDesk()
  const [opened, setOpened] = useState<Opened>()
  const [asked, setAsked] = useState<readonly OpenableClass[]>([])
  const act = useAct(memberSheet.openSheet, { refresh: [[ROOM, 'openings']], onDone: (answer) => setOpened({ ...answer, classes: asked }) })
  useEffect(() => {
    if (!opened) return
    const timer = setTimeout(() => setOpened(undefined), COVERS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [opened])
  const shown: Sheet = opened
    ? { ...sheet, fields: sheet.fields.map((each) => opened.fields.find(({ key }) => key === each.key) ?? each), lists: sheet.lists.map((each) => opened.lists.find(({ key }) => key === each.key) ?? each) }
    : sheet
  const open = ({ classes, ...why }: Opening) => {
    const all = [...new Set([...(opened?.classes ?? []), ...classes])]
    setAsked(all)
    void act.run({ personId: sheet.personId, classes: all, ...why, asOf, knownAt })
  }
  const left = sheet.coveredClasses.filter((each) => !opened?.classes.includes(each))
  return { shown, opened, left, open, cover: () => setOpened(undefined), running: act.running, failure: act.failure }
}
