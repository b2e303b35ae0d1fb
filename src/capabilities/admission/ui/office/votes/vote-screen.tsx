import './votes.css'
import { useState, type ReactNode } from 'react'
import { CheckPage, Columns, DayField, dayText, Form, Page, RadioRow, RefusalBox, Section, TextArea, TextField, useDesk, usePlace, useTell, type FieldError, type SummaryRow, say } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { nameWithYear } from '../../people.ts'
import type { SendVote } from '../../send-votes.ts'
import { emptyTally, resultWords } from '../../tally.ts'
import { useObstacles } from '../../use-obstacles.ts'
import { isVoteLate, useVote, type Question, type VoteForm } from '../../use-vote.ts'
import { actWords, questionNames, word } from '../../words.vi.ts'
import { ActFailure } from '../../act-failure.tsx'
import { useCrumbs } from '../file/crumbs.ts'
import { RuleWords } from '../rules.tsx'
import { useActLinks } from '../use-act-links.ts'
import { Denominator } from './denominator.tsx'
import { TallyFields } from './tally-fields.tsx'
import { afterVote, VoteResult } from './vote-result.tsx'

type Props = {
  file: CaseFile
  level: 'cell' | 'committee'
  act: 'recordCellVote' | 'recordCommitteeVote' | 'recordConfirmationVote'
  /** Who records: a hook, so that each kind of vote goes to its own operation. */
  useSend: SendVote
  /** The question is chosen here (confirmation by the cell, or by a committee that did not carry what the cell proposed) instead of given by the file. */
  choosesQuestion?: boolean
}

function wrongsOf(vote: VoteForm, choosesQuestion: boolean): FieldError[] {
  const { heldOn, question, tally } = vote.draft
  const must = (field: string, label: string): FieldError => ({ field, text: say('ui.fieldMissing', { field: label }) })
  return [
    ...(choosesQuestion && !question ? [{ field: 'question', text: word('mustChoose', { field: word('questionField') }) }] : []),
    ...(heldOn ? [] : [must('heldOn', word('heldOn'))]), ...(tally.present === undefined ? [must('present', word('present'))] : []),
    ...(tally.inFavour === undefined ? [must('inFavour', word('inFavour'))] : []), ...(tally.against === undefined ? [must('against', word('against'))] : []),
  ]
}

function checkRows(vote: VoteForm, toForm: () => void): SummaryRow[] {
  const { draft, counted, known } = vote
  const row = (label: string, value: ReactNode): SummaryRow => ({ label, value, onEdit: toForm })
  return [
    row(word('questionField'), questionNames[draft.question || 'admit']), row(word('heldOn'), dayText(draft.heldOn)),
    ...(draft.resolutionNumber ? [row(word('resolutionNumber'), draft.resolutionNumber)] : []),
    row(word('denominatorTitle'), `${known!.denominator}`), row(word('checkSum'), word('checkSumValue', counted!)), row(word('resultTitle'), resultWords(counted!, known!)),
    ...(draft.latenessReason ? [row(word('latenessReason'), draft.latenessReason)] : []),
  ]
}

/** Records a vote: day, denominator as a sum, numbers, result in words; then the check page. */
export function VoteScreen({ file, level, act: code, useSend, choosesQuestion = false }: Props) {
  const place = usePlace()
  const tell = useTell()
  const { roleName } = useDesk()
  const links = useActLinks(file)
  const crumbs = useCrumbs(file, word('votes'))
  const vote = useVote(file, level, { heldOn: undefined, tally: emptyTally })
  const [checking, setChecking] = useState(false)
  const [errors, setErrors] = useState<FieldError[]>([])
  const { draft, counted, known, wrong } = vote
  const obstacles = useObstacles(file, code, { on: draft.heldOn, question: draft.question }).value
  const isStopped = obstacles !== undefined && !obstacles.isPossible
  const act = useSend(file, () => {
    tell(`${word('doneWord', { act: actWords[code] })}: ${counted && known ? resultWords(counted, known) : ''}`)
    place.go(links.home)
  })
  const toForm = () => {
    act.reset()
    setChecking(false)
  }
  const check = () => {
    const missing = wrongsOf(vote, choosesQuestion)
    setErrors(missing)
    setChecking(missing.length === 0 && !wrong && !isStopped && known !== undefined)
  }
  const title = `${actWords[code]}: ${nameWithYear(file.person)}`
  const onBehalf = level === 'cell' && roleName === 'grassrootsOfficer' ? ` · ${word('onBehalf')}` : ''
  const asked = questionNames[draft.question || (file.kind === 'confirmation' ? 'confirm' : 'admit')]
  const summary = (known ? word('voteFor', { question: asked, pack: known.packName }) : word('voteForNoRule', { question: asked })) + onBehalf
  if (checking && counted && known)
    return (
      <Page title={title} crumbs={crumbs} summary={summary}>
        <ActFailure act={act} />
        <CheckPage
          rows={checkRows(vote, toForm)}
          pinned={<>{word('pinned', { pack: known.packName, day: dayText(known.on) })} <RuleWords rule={known.rule} withValue />.</>}
          after={<p>{afterVote(file, vote, level)}</p>}
          act={actWords[code]}
          running={act.running}
          onBack={toForm}
          onAct={() => act.send(draft, counted)}
        />
      </Page>
    )
  return (
    <Page title={title} crumbs={crumbs} summary={summary}>
      <Form inline onSubmit={check} errors={errors}>
        <Columns
          left={
            <>
              <Section title={`1. ${word('votePickMeeting')}`} boxed>
                <div className="vote-meeting">
                  {choosesQuestion && (
                    <RadioRow name="question" label={word('questionField')} value={draft.question} onChange={(question) => vote.change({ question: question as Question })}
                      choices={(['confirm', 'strikeOff'] as const).map((value) => ({ value, label: questionNames[value] }))} />
                  )}
                  <DayField name="heldOn" label={word('heldOn')} value={draft.heldOn} onChange={(heldOn) => vote.change({ heldOn })} />
                  <TextField name="resolutionNumber" label={word('resolutionNumber')} optional width={14} maxLength={60} value={draft.resolutionNumber} onChange={(resolutionNumber) => vote.change({ resolutionNumber })} />
                  {isVoteLate(file, draft) && <TextArea name="latenessReason" label={word('latenessReason')} rows={2} maxLength={400} value={draft.latenessReason} onChange={(latenessReason) => vote.change({ latenessReason })} />}
                </div>
              </Section>
              <Denominator vote={vote} level={level} />
              <TallyFields vote={vote} level={level} title={`3. ${word('tallyTitle')}`} />
            </>
          }
          right={
            <>
              <VoteResult file={file} vote={vote} level={level} title={`4. ${word('resultTitle')}`} onCancel={() => place.go(links.home)} />
              {wrong && <RefusalBox reasons={[wrong]} still />}
              {isStopped && <RefusalBox reasons={obstacles.reasons} still title={word('gateTitle')} />}
            </>
          }
        />
      </Form>
    </Page>
  )
}
