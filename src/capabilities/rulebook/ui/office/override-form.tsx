import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Box, Button, DayField, Form, say, Section, SummaryList, TextField, useAct, useTell, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { findRule } from '../../../../regulations/index.ts'
import { rulebook, ROOM, type Rule } from '../client.ts'
import { word, type Word } from '../words.vi.ts'
import { emptyValue, ValueField, valueOf } from './value-field.tsx'

const empty = { instrument: '', clause: '', reason: '' }
const labels: Record<keyof typeof empty, Word> = { instrument: 'overridePaper', clause: 'overrideClause', reason: 'overrideReason' }

/** Puts a value in place of one that nobody has confirmed, with the paper that says it. */
export function OverrideForm({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const tell = useTell()
  const shape = findRule(rule.key)?.shape
  const replaced = rule.entries.findLast((entry) => entry.mayOverride && (entry.inForce || !rule.now))
  const [typed, setTyped] = useState(empty)
  const [draft, setDraft] = useState(emptyValue)
  const [from, setFrom] = useState<PlainDate | undefined>(replaced?.from as PlainDate | undefined)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(rulebook.overrideRule, { refresh: [[ROOM]], onDone: () => { tell(word('overrideDone')); onClose() } })
  if (!shape || shape.kind === 'structure') return <Box tone="soon">{word('overrideMayNot')} <Button look="quiet" onClick={onClose}>{say('ui.close')}</Button></Box>
  const set = (name: keyof typeof empty) => (text: string) => setTyped((before) => ({ ...before, [name]: text }))
  const submit = () => {
    const value = valueOf(shape, draft)
    const missing: [boolean, string, Word][] = [
      [value === undefined, 'value', 'overrideValue'], [!from, 'from', 'overrideFrom'],
      ...(Object.keys(labels) as (keyof typeof empty)[]).map((name): [boolean, string, Word] => [!typed[name].trim(), name, labels[name]]),
    ]
    const found = missing.flatMap(([isMissing, field, label]) => (isMissing ? [{ field, text: say('ui.fieldMissing', { field: word(label) }) }] : []))
    setErrors(found)
    if (found.length === 0 && from) void act.run({ key: rule.key, from, value, ...typed })
  }
  return (
    <Section title={word('overrideOf', { rule: rule.title })} boxed>
      <Form onSubmit={submit} errors={errors} failure={act.failure}
        acts={<><Button type="submit" look="main" running={act.running}>{word('override')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
        {rule.now && <SummaryList rows={[{ label: word('overrideNow'), value: rule.now.words }]} />}
        <ValueField shape={shape} draft={draft} onChange={setDraft} unit={rule.unit} />
        <DayField name="from" label={word('overrideFrom')} hint={word('overrideFromHint')} value={from} onChange={setFrom} />
        <TextField name="instrument" label={word('overridePaper')} hint={word('overridePaperHint')} value={typed.instrument} onChange={set('instrument')} maxLength={120} />
        <TextField name="clause" label={word('overrideClause')} value={typed.clause} onChange={set('clause')} maxLength={80} />
        <TextField name="reason" label={word('overrideReason')} hint={word('overrideReasonHint')} value={typed.reason} onChange={set('reason')} maxLength={300} />
        <p className="hint">{word('overrideWarning')}</p>
      </Form>
    </Section>
  )
}
