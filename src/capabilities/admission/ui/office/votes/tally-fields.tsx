import { NumberField, Section, StatusMark } from '../../../../../platform/ui-kit/index.ts'
import { sumWords } from '../../tally.ts'
import { word } from '../../words.vi.ts'
import type { VoteForm } from '../../use-vote.ts'

/** The numbers of the vote, and their sum in sight. */
export function TallyFields({ vote, level, title }: { vote: VoteForm; level: 'cell' | 'committee'; title: string }) {
  const { tally } = vote.draft
  const sum = vote.counted && sumWords(vote.counted)
  return (
    <Section title={title} boxed>
      <div className="tally">
        <NumberField large name="present" label={word(level === 'committee' ? 'presentCommittee' : 'present')} value={tally.present} onChange={(present) => vote.changeTally({ present })} />
        <NumberField large name="inFavour" label={word('inFavour')} value={tally.inFavour} onChange={(inFavour) => vote.changeTally({ inFavour })} />
        <NumberField large name="against" label={word('against')} value={tally.against} onChange={(against) => vote.changeTally({ against })} />
        <NumberField large name="invalid" label={word('invalid')} value={tally.invalid} onChange={(invalid) => vote.changeTally({ invalid })} />
      </div>
      <p role="status" className="tally-sum">{sum && <StatusMark shape={sum.shape}>{sum.text}.</StatusMark>} <span className="hint">{word('secret')}</span></p>
    </Section>
  )
}
