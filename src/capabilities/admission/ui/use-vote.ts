import { useState } from 'react'
import type { PlainDate } from '../../../kernel/index.ts'
import { useRead } from '../../../platform/ui-kit/index.ts'
import { admission, ROOM, type CaseFile } from './client.ts'
import { fullTally, rollWrong, tallyWrong, type Tally } from './tally.ts'

export type Question = 'admit' | 'confirm' | 'strikeOff'
export type VoteDraft = {
  readonly heldOn: PlainDate | undefined
  readonly resolutionNumber: string
  readonly question: Question | ''
  readonly exemptPresent: readonly string[]
  readonly latenessReason: string
  readonly tally: Tally
}

const firstQuestion = (file: CaseFile): Question | '' => (file.kind === 'confirmation' ? (file.confirmation?.question ?? '') : 'admit')

type Asked = Pick<VoteDraft, 'heldOn' | 'question' | 'exemptPresent'>

/** The number of which the share is taken. Without network, the one last asked for about this file. */
function useRoll(file: CaseFile, level: 'cell' | 'committee', { heldOn, question, exemptPresent }: Asked, mayVote = true) {
  const asked = { id: file.id, level, ...(heldOn ? { on: heldOn } : {}), ...(question ? { question } : {}), ...(exemptPresent.length ? { exemptPresent: [...exemptPresent] } : {}) }
  return useRead([ROOM, 'roll', asked], (signal) => admission.rollForVote({ ...asked, on: heldOn! }, { signal }), { enabled: mayVote && heldOn !== undefined, kept: `${ROOM}.roll ${file.id} ${level}` })
}

const cellVotes = ['recordCellVote', 'recordConfirmationVote']

/** Asks for the roll while there is a network, so that a vote can be counted where there is none. */
export function useRollAhead(file: CaseFile): void {
  useRoll(file, 'cell', { heldOn: file.today, question: firstQuestion(file), exemptPresent: [] }, file.acts.some((act) => cellVotes.includes(act.code) && act.isPossible))
}

/** A vote as it is being recorded, with the number of which the share is taken on that day, read anew when the day or the exempt change. */
export function useVote(file: CaseFile, level: 'cell' | 'committee', start: Pick<VoteDraft, 'heldOn' | 'tally'>) {
  const [draft, setDraft] = useState<VoteDraft>({ resolutionNumber: '', question: firstQuestion(file), exemptPresent: [], latenessReason: '', ...start })
  const { heldOn, question, exemptPresent } = draft
  const roll = useRoll(file, level, { heldOn, question, exemptPresent })
  const change = (part: Partial<VoteDraft>) => setDraft((old) => ({ ...old, ...part }))
  const changeTally = (part: Partial<Tally>) => setDraft((old) => ({ ...old, tally: { ...old.tally, ...part } }))
  const toggleExempt = (personId: string) => setDraft((old) => ({
    ...old, exemptPresent: old.exemptPresent.includes(personId) ? old.exemptPresent.filter((one) => one !== personId) : [...old.exemptPresent, personId],
  }))
  const counted = fullTally(draft.tally)
  const known = heldOn === undefined ? undefined : roll.value
  const wrong = known && (rollWrong(known) ?? (counted && tallyWrong(counted, known, level === 'committee')))
  return { draft, change, changeTally, toggleExempt, roll, known, counted, wrong }
}

export type VoteForm = ReturnType<typeof useVote>

/** True when the cell votes on a confirmation after its limit, so that a reason must be given. */
export function isVoteLate(file: CaseFile, { heldOn }: VoteDraft): boolean {
  const clock = file.clocks.find((one) => one.kind === 'cellConsiders')
  return file.kind === 'confirmation' && clock !== undefined && heldOn !== undefined && heldOn > clock.dueOn
}
