import { useState, type ReactNode } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { DayField, LinkButton, Loaded, Page, RefusalBox, Section } from '../../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../../codes.ts'
import type { CaseFile } from '../../client.ts'
import { nameWithYear } from '../../people.ts'
import { useObstacles } from '../../use-obstacles.ts'
import type { Question } from '../../use-vote.ts'
import { actWords, ownerNames, word } from '../../words.vi.ts'
import { useCrumbs } from '../file/crumbs.ts'
import { useActLinks } from '../use-act-links.ts'

type Props = {
  file: CaseFile
  act: ActKind
  /** The question that asks for least, where the form lets one choose. */
  question?: Question
  /** Another act on the same page is possible, so that its form is needed anyway. */
  otherwise?: boolean
  children: ReactNode
}

/** Why a step cannot be done yet instead of its form; a step done on an earlier day is judged on that day. */
function NotYet({ file, act, children }: { file: CaseFile; act: ActKind; children: ReactNode }) {
  const crumbs = useCrumbs(file, actWords[act])
  const links = useActLinks(file)
  const next = file.nextAct
  return (
    <Page title={`${actWords[act]}: ${nameWithYear(file.person)}`} crumbs={crumbs}>
      {children}
      {next && <p>{word('gateNext', { act: next.words, owner: ownerNames[next.owner] })}</p>}
      <p><LinkButton look="main" to={links.home}>{word('gateBack')}</LinkButton></p>
    </Page>
  )
}

/** The form of a step, or why it is not yet possible and what is missing, by the rule that would refuse it at the end. */
export function StepGate({ file, act, question, otherwise, children }: Props) {
  const [on, setOn] = useState<PlainDate>()
  const read = useObstacles(file, act, { on, ...(question ? { question } : {}) })
  if (read.value?.isPossible || (read.value && otherwise)) return <>{children}</>
  const isOfStage = read.value?.reasons.some(({ code }) => code === 'admission.notAtThisStage' || code === 'admission.actOfOtherRole')
  return (
    <NotYet file={file} act={act}>
      <Loaded read={read}>{({ reasons }) => <RefusalBox still title={word('gateTitle')} reasons={reasons} />}</Loaded>
      {read.value && !isOfStage && (
        <Section title={word('gateEarlier')} boxed>
          <DayField name="earlierOn" label={word('gateEarlierDay')} hint={word('gateEarlierHint')} value={on} onChange={setOn} />
        </Section>
      )}
    </NotYet>
  )
}
