import { useState } from 'react'
import { Button, Form, NumberField, say, Section, useAct, useTell, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { ruleOf } from '../../codes.ts'
import { ruleWords } from '../../messages.vi.ts'
import { dataQuality, ROOM, type RuleRow } from '../client.ts'
import { word } from '../words.vi.ts'

const MOST = 10

/** How much each rule counts in the score; only what was changed is sent. */
export function WeightForm({ rules, onClose }: { rules: readonly RuleRow[]; onClose: () => void }) {
  const tell = useTell()
  const [typed, setTyped] = useState<Readonly<Record<string, number | undefined>>>(() => Object.fromEntries(rules.map(({ rule, weight }) => [rule, weight])))
  const [errors, setErrors] = useState<FieldError[]>([])
  const changed = rules.filter(({ rule, weight }) => typed[rule] !== weight)
  const act = useAct(dataQuality.setWeights, { refresh: [[ROOM]], onDone: () => { tell(word('weightsDone', { n: changed.length })); onClose() } })
  const submit = () => {
    const wrong = rules.flatMap(({ rule }): FieldError[] => (typed[rule] === undefined || typed[rule]! > MOST ? [{ field: rule, text: word('weightWrong', { code: ruleOf(rule).code }) }] : []))
    setErrors(wrong)
    if (wrong.length > 0) return
    if (changed.length === 0) return setErrors([{ field: rules[0]!.rule, text: word('weightsSame') }])
    void act.run({ weights: changed.map(({ rule, weight }) => ({ rule, before: weight, weight: typed[rule]! })) })
  }
  return (
    <Section title={word('weightsTitle')} boxed>
      <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button type="submit" look="main" running={act.running}>{word('save')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
        <p className="hint">{word('weightHint')}</p>
        <div className="quality-weights">
          {rules.map(({ rule }) => (
            <NumberField key={rule} name={rule} label={word('weightOf', { code: ruleOf(rule).code, name: ruleWords[rule].name })} value={typed[rule]} onChange={(value) => setTyped({ ...typed, [rule]: value })} />
          ))}
        </div>
      </Form>
    </Section>
  )
}
