import { dayText, StatusMark } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile, Vote } from '../../client.ts'
import { questionNames, word, words } from '../../words.vi.ts'

function VoteRow({ vote, several }: { vote: Vote; several: boolean }) {
  const carried = vote.outcome === 'carried'
  const title = [words.votePlace[vote.level], several && word('voteOrdinal', { n: vote.ordinal }), vote.question !== 'admit' && questionNames[vote.question]].filter(Boolean).join(' · ')
  return (
    <div className="vote-row">
      <dt>{title} {dayText(vote.heldOn)}</dt>
      <dd>
        <StatusMark shape={carried ? 'done' : 'dropped'}>
          <strong>{word(carried ? 'voteCarried' : 'voteLost', { n: vote.inFavour, of: vote.denominator })}</strong>, {word('voteNeeds', { k: vote.required })}
        </StatusMark>
        <span className="hint">{[word('voteAgainst', { against: vote.against, invalid: vote.invalid }), vote.resolutionNumber && word('resolution', { number: vote.resolutionNumber })].filter(Boolean).join(' · ')}</span>
      </dd>
    </div>
  )
}

/** The votes held: numbers only, nobody's vote. */
export function Votes({ file }: { file: CaseFile }) {
  if (file.votes.length === 0) return <p>{word('votesNone')}</p>
  return (
    <dl className="votes">
      {file.votes.map((vote) => <VoteRow key={vote.id} vote={vote} several={file.votes.filter((one) => one.level === vote.level).length > 1} />)}
    </dl>
  )
}
