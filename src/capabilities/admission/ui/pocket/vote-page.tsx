import { useState } from 'react'
import { BigChoice, BigNumberField, Button, DayField, dayText, Loaded, PocketCard, PocketPage, PocketRows, RefusalBox, say, StatusMark, TextArea, usePlace, useTell } from '../../../../platform/ui-kit/index.ts'
import type { CaseFile, Roll } from '../client.ts'
import { nameWithYear } from '../people.ts'
import type { SendVote } from '../send-votes.ts'
import { excludedByReason, isCarried, resultWords, sumWords, type FullTally } from '../tally.ts'
import { useObstacles } from '../use-obstacles.ts'
import { isVoteLate, useVote, type Question, type VoteForm } from '../use-vote.ts'
import { questionNames, word } from '../words.vi.ts'
import { ActFailure } from '../act-failure.tsx'
import { usePocketLinks } from './use-pocket-links.ts'

const nothingCounted: FullTally = { present: 0, inFavour: 0, against: 0, invalid: 0 }

/** The denominator as a sum in words, and who of the exempt came. */
function DenominatorCard({ roll, isKept, toggle }: { roll: Roll; isKept: boolean; toggle: (personId: string) => void }) {
  const minus = excludedByReason(roll).map(({ text, people }) => word('denominatorMinus', { n: people.length, reason: `${text} (${people.map((one) => one.name).join(', ')})` }))
  return (
    <PocketCard>
      <p className="pocket-note">{[word('denominatorSum', { full: roll.fullMembers }), ...minus].join(', ')}</p>
      <p><strong>{word('denominatorLine', { n: roll.denominator, k: roll.required })}</strong></p>
      {isKept && <p className="pocket-note">{word('rollKept', { day: dayText(roll.on) })}</p>}
      {!isKept && roll.exempt.map((person) => (
        <BigChoice key={person.personId} label={word('exemptAsk', { name: person.name })} value={person.present ? 'here' : 'absent'} onChange={(value) => (value === 'here') !== person.present && toggle(person.personId)}
          options={[{ value: 'absent', label: word('makeAbsent') }, { value: 'here', label: word('makePresent'), tone: 'calm' }]} />
      ))}
    </PocketCard>
  )
}

function Numbers({ vote, tally }: { vote: VoteForm; tally: FullTally }) {
  const sum = sumWords(tally)
  return (
    <>
      <PocketCard>
        <BigNumberField name="present" label={word('presentShort')} value={tally.present} onChange={(present) => vote.changeTally({ present })} />
        <BigNumberField name="inFavour" label={word('inFavour')} value={tally.inFavour} onChange={(inFavour) => vote.changeTally({ inFavour })} />
        <BigNumberField name="against" label={word('against')} value={tally.against} onChange={(against) => vote.changeTally({ against })} />
        <BigNumberField name="invalid" label={word('invalidShort')} value={tally.invalid} onChange={(invalid) => vote.changeTally({ invalid })} />
      </PocketCard>
      {tally.present > 0 && <p role="status"><StatusMark shape={sum.shape} strong>{sum.text}</StatusMark></p>}
    </>
  )
}

/** A vote on the phone: the sum in words, four large numbers, the result as they are typed; then the check page. */
export function VotePage({ file, useSend }: { file: CaseFile; useSend: SendVote }) {
  const place = usePlace()
  const tell = useTell()
  const links = usePocketLinks(file)
  const vote = useVote(file, 'cell', { heldOn: file.today, tally: nothingCounted })
  const { draft, known, wrong } = vote
  const confirmation = file.kind === 'confirmation'
  const obstacles = useObstacles(file, confirmation ? 'recordConfirmationVote' : 'recordCellVote', { on: draft.heldOn, question: draft.question }).value
  const isStopped = obstacles !== undefined && !obstacles.isPossible
  const [checking, setChecking] = useState(false)
  const [asked, setAsked] = useState(false)
  const tally = { ...nothingCounted, ...draft.tally } as FullTally
  const leave = (said: string) => { tell(said); place.go(links.home, { replace: true }) }
  const act = useSend(file, () => leave(known ? resultWords(tally, known) : word('recordVoteResult')), { page: place.path, onWaiting: () => leave(say('m.waiting.saved')) })
  const unready = !known || tally.present === 0 || (confirmation && !draft.question) || (isVoteLate(file, draft) && !draft.latenessReason.trim())
  const check = () => {
    setAsked(true)
    if (!unready && !wrong && !isStopped) setChecking(true)
  }
  const result = known && tally.present > 0 && !wrong && <StatusMark shape={isCarried(tally, known) ? 'done' : 'dropped'} plain><strong>{resultWords(tally, known)}</strong></StatusMark>
  if (checking && known)
    return (
      <PocketPage title={say('ui.check.title')} backTo={links.home} lead={nameWithYear(file.person)} bottomNote={result} bottom={<Button look="main" running={act.running} onClick={() => act.send(draft, tally)}>{word('recordVoteResult')}</Button>}>
        <ActFailure act={act} />
        <PocketCard>
          <PocketRows rows={[
            { label: word('questionField'), value: questionNames[draft.question || 'admit'] }, { label: word('heldOn'), value: dayText(draft.heldOn) },
            { label: word('denominatorTitle'), value: known.denominator }, { label: word('presentShort'), value: tally.present }, { label: word('inFavour'), value: tally.inFavour },
            { label: word('against'), value: tally.against }, { label: word('invalidShort'), value: tally.invalid },
          ]} />
        </PocketCard>
        <p className="pocket-note">{word('pinned', { pack: known.packName, day: dayText(known.on) })} {say('ui.check.permanent')}</p>
        <Button onClick={() => { act.reset(); setChecking(false) }}>{say('ui.edit')}</Button>
      </PocketPage>
    )
  return (
    <PocketPage title={word('voteTitle')} backTo={links.home} subject={file.id} bottomNote={wrong ? <StatusMark shape="late">{wrong.message}</StatusMark> : result || undefined} bottom={<Button look="main" onClick={check}>{say('ui.checkFirst')}</Button>}>
      <div>
        <h2>{nameWithYear(file.person)}</h2>
        <p className="pocket-note">{word('voteForNoRule', { question: questionNames[draft.question || (confirmation ? 'confirm' : 'admit')] })}</p>
      </div>
      {confirmation && (
        <BigChoice label={word('questionField')} stacked value={draft.question || undefined} onChange={(question) => vote.change({ question: question as Question })}
          {...(asked && !draft.question ? { note: word('mustChoose', { field: word('questionField') }) } : {})}
          options={(['confirm', 'strikeOff'] as const).map((value) => ({ value, label: questionNames[value] }))} />
      )}
      <DayField name="heldOn" label={word('heldOn')} value={draft.heldOn} onChange={(heldOn) => vote.change({ heldOn })} />
      {isStopped && <RefusalBox reasons={obstacles.reasons} still title={word('gateTitle')} />}
      {draft.heldOn && <Loaded read={vote.roll} lines={3}>{(roll) => <DenominatorCard roll={roll} isKept={vote.roll.keptAt !== undefined} toggle={vote.toggleExempt} />}</Loaded>}
      <Numbers vote={vote} tally={tally} />
      {wrong && <RefusalBox reasons={[wrong]} still />}
      {isVoteLate(file, draft) && <TextArea name="latenessReason" label={word('latenessReason')} rows={2} maxLength={400} value={draft.latenessReason} onChange={(latenessReason) => vote.change({ latenessReason })}
        error={asked && !draft.latenessReason.trim() ? say('ui.fieldMissing', { field: word('latenessReason') }) : undefined} />}
    </PocketPage>
  )
}
