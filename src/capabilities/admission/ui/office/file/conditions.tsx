import { useState } from 'react'
import { AppLink, Basis, Box, dayText, Section, StatusIcon, useIsPast } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { verdictShapes } from '../../marks.ts'
import { word, words } from '../../words.vi.ts'
import { OpenCircumstances } from '../open-circumstances.tsx'
import { useActLinks } from '../use-act-links.ts'
import { doesNotArise, factWords, type ConditionReason } from './condition-words.ts'

function Condition({ reason }: { reason: ConditionReason }) {
  const facts = factWords(reason)
  return (
    <li className={`condition condition-${reason.verdict}`}>
      <StatusIcon shape={verdictShapes[reason.verdict]} />
      <div>
        <p>{reason.title}: {[facts, reason.verdictText].filter(Boolean).join(' – ')}</p>
        {reason.missing.length > 0 && <p>{word('conditionMissing', { list: reason.missing.map((one) => one.text).join('; ') })}</p>}
        {reason.rule && <p className="hint"><Basis citation={reason.rule.citation} />: {word('ruleValue', { value: reason.rule.valueText, day: dayText(reason.rule.from) })}</p>}
      </div>
    </li>
  )
}

function NotArising({ reasons }: { reasons: readonly ConditionReason[] }) {
  if (reasons.length === 0) return null
  const [first = '', ...rest] = reasons.map((reason) => reason.title.replace(/:.*$/, ''))
  return (
    <li className="condition condition-wide">
      <StatusIcon shape="notRequired" />
      <p>{word('notArising', { list: [first, ...rest.map((title) => title.charAt(0).toLowerCase() + title.slice(1))].join('; ') })}</p>
    </li>
  )
}

/** The conditions with the facts, the verdict, what is missing, and the rule with the day from which it says so; unmet ones first. Covered ones are one line until they are opened for a reason. */
export function Conditions({ file }: { file: CaseFile }) {
  const links = useActLinks(file)
  const isPast = useIsPast()
  const eligibility = file.eligibility!
  const order = ['notMet', 'unknown', 'exceptionByConsent', 'met']
  const [opened, setOpened] = useState<readonly ConditionReason[]>()
  const known = opened ?? eligibility.reasons
  const covers = !opened && known.some(({ condition }) => condition === 'covered')
  const reasons = known.filter((reason) => !doesNotArise(reason)).sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  const edit = !isPast && file.acts.some((act) => act.code === 'recordCircumstances' && act.isPossible)
  return (
    <Section
      id="dieu-kien"
      title={word('conditions')}
      note={`${words.conditionsAnswer[eligibility.answer]} · ${word('conditionsNote', { day: dayText(eligibility.judgedOn), pack: eligibility.packName })}`}
      acts={(
        <>
          {covers && <OpenCircumstances id={file.id} onOpened={({ conditions }) => setOpened(conditions)} />}
          {edit && <AppLink to={links.of('recordCircumstances')!}>{word('editCircumstances')}</AppLink>}
        </>
      )}
    >
      <Box>
        {reasons.length === 0 ? word('conditionsNone') : (
          <ul className="conditions">
            {reasons.map((reason, i) => <Condition key={i} reason={reason} />)}
            <NotArising reasons={known.filter(doesNotArise)} />
          </ul>
        )}
      </Box>
    </Section>
  )
}
