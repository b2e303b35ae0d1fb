import { dayText, StageLine, type Stage } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { word } from '../../words.vi.ts'

type Milestone = CaseFile['milestones'][number]

function noteOf({ state, on, dueOn }: Milestone): string {
  if (state === 'done') return on ? dayText(on) : ''
  if (state === 'current' && on) return word('since', { day: dayText(on) })
  return dueOn ? word('dueOn', { day: dayText(dueOn) }) : word('notStarted')
}

const states = { done: 'done', current: 'current', ahead: 'future' } as const

/** The steps of the file in words, with the days done and the current one marked. */
export function Milestones({ file }: { file: CaseFile }) {
  const stages: Stage[] = file.milestones.map((milestone) => ({ label: milestone.title, state: states[milestone.state], note: noteOf(milestone) }))
  return <StageLine stages={stages} />
}
