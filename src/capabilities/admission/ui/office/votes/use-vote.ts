import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { useRead } from '../../../../../platform/ui-kit/index.ts'
import { admission, ROOM, type CaseFile } from '../../client.ts'
import { emptyTally, fullTally, rollWrong, tallyWrong, type Tally } from '../../tally.ts'

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

/** A vote as it is being recorded, with the number of which the share is taken on that day, read anew when the day or the exempt change. */
export function useVote(file: CaseFile, level: 'cell' | 'committee') {
  const [draft, setDraft] = useState<VoteDraft>({ heldOn: undefined, resolutionNumber: '', question: firstQuestion(file), exemptPresent: [], latenessReason: '', tally: emptyTally })
  const { heldOn, question, exemptPresent } = draft
  const asked = { id: file.id, level, ...(heldOn ? { on: heldOn } : {}), ...(question ? { question } : {}), ...(exemptPresent.length ? { exemptPresent: [...exemptPresent] } : {}) }
  const roll = useRead([ROOM, 'roll', asked], (signal) => admission.rollForVote({ ...asked, on: heldOn! }, { signal }), { enabled: heldOn !== undefined })
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
