import type { ReactNode } from 'react'
import { dayText, PocketCard, PocketRows, StatusMark } from '../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../client.ts'
import { documentShapes, verdictShapes } from '../marks.ts'
import { linesOf, stateOfLine } from '../paper-line.ts'
import { documentStateNames, word, words } from '../words.vi.ts'
import { paperName } from './paper-name.ts'

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="pocket-fold">
      <summary>{title}</summary>
      <PocketCard>{children}</PocketCard>
    </details>
  )
}

function Papers({ file }: { file: CaseFile }) {
  const lines = linesOf(file.checklist.filter((row) => row.state !== 'notRequired'))
  const rows = lines.map((line) => ({ label: paperName(line), value: <StatusMark shape={documentShapes[stateOfLine(line)]}>{documentStateNames[stateOfLine(line)]}</StatusMark> }))
  return <Folded title={word('allDocuments', { n: rows.length })}><PocketRows rows={rows} /></Folded>
}

/** Everything that needs nothing from the reader now: steps, papers, conditions, votes, what was done. */
export function TheRest({ file }: { file: CaseFile }) {
  const steps = file.milestones.map((one) => ({ label: one.title, value: one.on ? dayText(one.on) : one.dueOn ? word('dueOn', { day: dayText(one.dueOn) }) : word('notStarted') }))
  const votes = file.votes.map((vote) => ({
    label: `${words.votePlace[vote.level]} ${dayText(vote.heldOn)}`,
    value: word(vote.outcome === 'carried' ? 'resultCarried' : 'resultLost', { n: vote.inFavour, of: vote.denominator, k: vote.required }),
  }))
  const history = [...file.history].reverse().map((act) => ({ label: act.words, value: dayText(act.occurredOn) }))
  return (
    <section className="pocket-rest" aria-label={word('theRest')}>
      <h2>{word('theRest')}</h2>
      <Folded title={word('stepsFold')}><PocketRows rows={steps} /></Folded>
      <Papers file={file} />
      {file.eligibility && (
        <Folded title={word('conditionsFold')}>
          <PocketRows rows={file.eligibility.reasons.map((reason) => ({ label: reason.title, value: <StatusMark shape={verdictShapes[reason.verdict]}>{reason.verdictText}</StatusMark> }))} />
        </Folded>
      )}
      {votes.length > 0 && <Folded title={word('votesFold')}><PocketRows rows={votes} /></Folded>}
      <Folded title={word('historyFold')}><PocketRows rows={history} /></Folded>
    </section>
  )
}
