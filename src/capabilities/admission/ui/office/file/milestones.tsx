import type { PlainDate } from '../../../../../kernel/index.ts'
import { dayText, StageLine, type Stage } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { word } from '../../words.vi.ts'

type Milestone = CaseFile['milestones'][number]

/** Since when a step that is not done yet is under way. */
function beganOn({ dates, stageSince }: CaseFile, code: Milestone['code']) {
  const began: Partial<Record<Milestone['code'], PlainDate | null>> = {
    committee: dates.sentUpOn, office: dates.sentToDecidingOn, decision: dates.submittedOn, ceremony: dates.decisionReceivedOn ?? dates.decidedOn, probation: dates.probationFrom,
  }
  return code in began ? began[code] : stageSince
}

function noteOf(file: CaseFile, { code, state, on, dueOn }: Milestone): string {
  if (state === 'done') return on ? dayText(on) : ''
  const began = on ?? beganOn(file, code)
  if (state === 'current' && began) return word('since', { day: dayText(began) })
  return dueOn ? word('dueOn', { day: dayText(dueOn) }) : word('notStarted')
}

const states = { done: 'done', current: 'current', ahead: 'future' } as const

/** The steps of the file in words, with the days done and the current one marked. */
export function Milestones({ file }: { file: CaseFile }) {
  const stages: Stage[] = file.milestones.map((milestone) => ({ label: milestone.title, state: states[milestone.state], note: noteOf(file, milestone) }))
  return <StageLine stages={stages} />
}
