import { Button, say, Section, StatusMark } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { committeeNameOf } from '../../../../organisations/ui/index.ts'
import { isCarried, resultWords } from '../../tally.ts'
import { word } from '../../words.vi.ts'
import type { VoteForm } from '../../use-vote.ts'

/** What happens after the vote, carried or lost. */
export function afterVote(file: CaseFile, vote: VoteForm, level: 'cell' | 'committee'): string {
  const { counted, known } = vote
  if (!counted || !known) return ''
  if (!isCarried(counted, known)) return file.confirmation ? word('afterLostConfirm', { n: file.confirmation.votesAllowed }) : word('afterLost')
  if (level === 'committee') return file.decidesItself ? word('afterCommitteeDecides') : word('afterCommitteeCarried', { place: committeeNameOf(file.deciding.name) })
  return word('afterCellCarried', { place: committeeNameOf((file.hasCommittee ? (file.section ?? file.grassroots) : file.deciding).name) })
}

/** The arithmetic of the share, to be checked by hand: `17 × 3 = 51, không nhỏ hơn 20 × 2 = 40`. */
function arithmetic(vote: VoteForm): string | undefined {
  const { counted, known } = vote
  const threshold = known?.rule.value as { share?: { numerator: number; denominator: number } } | null | undefined
  const share = threshold?.share
  if (!counted || !known || !share) return undefined
  const [left, right] = [counted.inFavour * share.denominator, known.denominator * share.numerator]
  const relation = left > right ? 'arithmeticMore' : left === right ? 'arithmeticEqual' : 'arithmeticLess'
  return word(relation, { left: `${counted.inFavour} × ${share.denominator} = ${left}`, right: `${known.denominator} × ${share.numerator} = ${right}` })
}

/** The result in words while it is typed, what happens next, and the way to the check page. */
export function VoteResult({ file, vote, level, title, onCancel }: { file: CaseFile; vote: VoteForm; level: 'cell' | 'committee'; title: string; onCancel: () => void }) {
  const { counted, known, wrong } = vote
  const shown = counted && known && !wrong
  return (
    <Section title={title} boxed>
      <div role="status">
        {shown ? (
          <>
            <p className="vote-result"><StatusMark shape={isCarried(counted, known) ? 'done' : 'dropped'} strong>{resultWords(counted, known)}</StatusMark></p>
            {arithmetic(vote) && <p className="hint">{arithmetic(vote)}</p>}
            <p className="vote-after"><strong>{word('after')}:</strong> {afterVote(file, vote, level)}</p>
          </>
        ) : !wrong && <p>{word('resultWait')}</p>}
      </div>
      <div className="form-acts">
        <Button look="main" type="submit">{say('ui.checkFirst')}</Button>
        <Button onClick={onCancel}>{say('ui.cancelForm')}</Button>
      </div>
    </Section>
  )
}
