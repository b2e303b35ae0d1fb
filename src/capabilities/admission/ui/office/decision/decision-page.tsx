import { useState } from 'react'
import { Button, CheckPage, Columns, Form, Page, say, Section, usePlace, useTell, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { nameWithYear } from '../../people.ts'
import { actWords, word } from '../../words.vi.ts'
import { ActFailure } from '../../act-failure.tsx'
import { useCrumbs } from '../file/crumbs.ts'
import { pinnedOn } from '../pinned.ts'
import { useActLinks } from '../use-act-links.ts'
import { BoardSees } from './board-sees.tsx'
import { afterDecision, decisionRows, decisionWrongs, emptyDecision, outcomesOf, type DecisionDraft } from './decision-draft.ts'
import { DecisionFields } from './decision-fields.tsx'
import { useRecordDecision } from './use-record-decision.ts'

/** Which words the button says: the act of the chosen outcome. */
function buttonOf(file: CaseFile, { outcome }: DecisionDraft): string {
  if (outcome === 'extend') return actWords.extendDecision
  if (outcome === 'decline') return word('recordDecline')
  if (outcome === 'strikeOff') return word('recordStrikeOff')
  return file.kind === 'confirmation' ? actWords.recordConfirmationDecision : actWords.recordDecision
}

/** Left the paper of the decision, right what the board sees; then the check page with the rules that will be pinned. */
export function DecisionPage({ file }: { file: CaseFile }) {
  const place = usePlace()
  const tell = useTell()
  const links = useActLinks(file)
  const crumbs = useCrumbs(file, word('decisionCrumb'))
  const [draft, setDraft] = useState<DecisionDraft>(() => ({ ...emptyDecision, outcome: outcomesOf(file).length === 1 ? outcomesOf(file)[0]! : '' }))
  const [checking, setChecking] = useState(false)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useRecordDecision(file, () => {
    tell(word('doneWord', { act: buttonOf(file, draft) }))
    place.go(links.home)
  })
  const toForm = () => {
    act.reset()
    setChecking(false)
  }
  const check = () => {
    const wrong = decisionWrongs(draft)
    setErrors(wrong)
    setChecking(wrong.length === 0)
  }
  const title = `${file.kind === 'confirmation' ? actWords.recordConfirmationDecision : actWords.recordDecision}: ${nameWithYear(file.person)}`
  if (checking) {
    const day = draft.outcome === 'extend' ? file.today : draft.decidedOn!
    return (
      <Page title={title} crumbs={crumbs}>
        <ActFailure act={act.failed} />
        <CheckPage rows={decisionRows(file, draft, toForm)} pinned={pinnedOn(day)} after={<p>{afterDecision(file, draft.outcome)}</p>}
          act={buttonOf(file, draft)} running={act.running} onAct={() => act.send(draft)} onBack={toForm} />
      </Page>
    )
  }
  return (
    <Page title={title} crumbs={crumbs}>
      <Columns
        left={
          <Section title={word('decisionCrumb')} boxed>
            <Form onSubmit={check} errors={errors} acts={<><Button look="main" type="submit">{say('ui.checkFirst')}</Button><Button onClick={() => place.go(links.home)}>{say('ui.cancelForm')}</Button></>}>
              <DecisionFields file={file} draft={draft} onChange={(part) => setDraft((old) => ({ ...old, ...part }))} />
              {draft.outcome && <p className="form-after">{afterDecision(file, draft.outcome)}</p>}
            </Form>
          </Section>
        }
        right={<BoardSees file={file} />}
      />
    </Page>
  )
}
