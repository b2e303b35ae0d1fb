import { useState } from 'react'
import { newId } from '../../../../kernel/index.ts'
import { Button, Checkbox, Drawer, FieldGroup, Form, NumberField, say, Select, TextField, useRead, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { peopleRules } from '../../codes.ts'
import { ruleNames } from '../../messages.vi.ts'
import { members, ROOM, type Content, type Unit } from '../client.ts'
import { word } from '../words.vi.ts'
import { changeUnit, choicesOf, type Draft } from './draft.ts'

type Rule = Content['people'][number]
type Share = Content['targets'][number]['shares'][number]

/** Who of a cell is meant, by name. */
function ChoosePeople({ cellId, chosen, onChange }: { cellId: string; chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const read = useRead([ROOM, 'people', cellId], (signal) => members.listMembers({ organisationId: cellId, size: 200 }, { signal }))
  return (
    <fieldset className="plan-people">
      <legend>{word('choosePeople')} ({word('chosenPeople', { n: chosen.length })})</legend>
      {read.value?.rows.map(({ id, fullName, bornOn }) => (
        <Checkbox key={id} name={`person-${id}`} label={`${fullName}${bornOn ? `, ${bornOn.slice(0, 4)}` : ''}`} checked={chosen.includes(id)} onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))} />
      ))}
    </fieldset>
  )
}

/** How the people of a cell are divided: by list, by residence, and the rest. */
function PeopleRules({ draft, unit, rules, setRules }: { draft: Draft; unit: Unit; rules: readonly Rule[]; setRules: (rules: Rule[]) => void }) {
  const cells = choicesOf(draft, unit.parentId).filter(({ isCell, value }) => isCell && value !== unit.id)
  const set = (i: number, changed: Partial<Rule>) => setRules(rules.map((rule, n) => (n === i ? { ...rule, ...changed } : rule)))
  return (
    <FieldGroup legend={word('people')} hint={word('peopleHint')}>
      {rules.map((rule, i) => (
        <div key={i} className="plan-rule">
          <Select name={`rule-${i}`} label={word('rule')} value={rule.rule} onChange={(value) => set(i, { rule: peopleRules.find((each) => each === value) ?? 'rest' })} choices={peopleRules.map((value) => ({ value, label: ruleNames[value] }))} />
          {rule.rule === 'residence' && <TextField name={`words-${i}`} label={word('words')} value={rule.words ?? ''} onChange={(words) => set(i, { words })} maxLength={100} />}
          {rule.rule === 'list' && <ChoosePeople cellId={unit.id} chosen={rule.personIds ?? []} onChange={(personIds) => set(i, { personIds })} />}
          <Select name={`to-${i}`} label={word('toCell')} value={rule.toId} onChange={(toId) => set(i, { toId })} choices={cells} emptyLabel={word('chooseTo')} />
          <Button look="quiet" onClick={() => setRules(rules.filter((_rule, n) => n !== i))}>{word('remove')}</Button>
        </div>
      ))}
      <Button onClick={() => setRules([...rules, { cellId: unit.id, rule: 'residence', words: '', toId: '' }])}>{word('addRule')}</Button>
    </FieldGroup>
  )
}

/** How the targets of an organisation are divided, in per cent. */
function Shares({ draft, unit, shares, setShares }: { draft: Draft; unit: Unit; shares: readonly Share[]; setShares: (shares: Share[]) => void }) {
  const choices = choicesOf(draft, unit.parentId).filter(({ isCell }) => isCell === unit.isCell)
  return (
    <FieldGroup legend={word('split')} hint={word('splitHint')}>
      {shares.map((share, i) => (
        <div key={i} className="plan-rule">
          <Select name={`share-${i}`} label={word('colInto')} value={share.toId} onChange={(toId) => setShares(shares.map((each, n) => (n === i ? { ...each, toId } : each)))} choices={choices} emptyLabel={word('chooseTo')} />
          <NumberField name={`percent-${i}`} label={word('percent')} unit="%" value={share.percent} onChange={(percent) => setShares(shares.map((each, n) => (n === i ? { ...each, percent: percent ?? 0 } : each)))} />
          <Button look="quiet" onClick={() => setShares(shares.filter((_share, n) => n !== i))}>{word('remove')}</Button>
        </div>
      ))}
      <Button onClick={() => setShares([...shares, { toId: '', percent: 100 - shares.reduce((sum, { percent }) => sum + percent, 0) }])}>{word('addShare')}</Button>
    </FieldGroup>
  )
}

const missing = (field: string, label: string): FieldError => ({ field, text: say('ui.fieldMissing', { field: label }) })

/** What a way of dividing people does not say yet. */
const missingOf = ({ rule, words, personIds, toId }: Rule, i: number): FieldError[] => [
  ...(rule === 'residence' && !words?.trim() ? [missing(`words-${i}`, word('words'))] : []), ...(rule === 'list' && !personIds?.length ? [missing(`rule-${i}`, word('choosePeople'))] : []),
  ...(toId ? [] : [missing(`to-${i}`, word('toCell'))]),
]

function UnitForm({ draft, unit, onClose }: { draft: Draft; unit: Unit; onClose: () => void }) {
  const was = draft.content.changes.find(({ organisationId }) => organisationId === unit.id)
  const isEnding = draft.content.ends.some(({ organisationId }) => organisationId === unit.id)
  const [name, setName] = useState(was?.name ?? unit.name)
  const [type, setType] = useState(was?.type ?? unit.type)
  const [code, setCode] = useState(was?.code ?? unit.code ?? '')
  const [parent, setParent] = useState(was?.parentId !== undefined ? (was.parentId ?? '') : (unit.parentId ?? ''))
  const [rules, setRules] = useState<readonly Rule[]>(draft.content.people.filter(({ cellId }) => cellId === unit.id))
  const [shares, setShares] = useState<readonly Share[]>(draft.content.targets.find(({ organisationId }) => organisationId === unit.id)?.shares ?? [])
  const [errors, setErrors] = useState<FieldError[]>([])
  const submit = () => {
    const wrongs = [...(name.trim() ? [] : [missing('name', word('name'))]), ...rules.flatMap(missingOf)]
    setErrors(wrongs)
    if (wrongs.length > 0) return
    const change = { organisationId: unit.id, ...(name !== unit.name ? { name } : {}), ...(type !== unit.type ? { type } : {}), ...(code !== (unit.code ?? '') ? { code } : {}), ...(parent !== (unit.parentId ?? '') ? { parentId: parent || null } : {}) }
    const changed = isEnding ? draft.content : changeUnit(draft.content, change)
    draft.change({
      ...changed, people: [...changed.people.filter(({ cellId }) => cellId !== unit.id), ...rules],
      targets: [...changed.targets.filter(({ organisationId }) => organisationId !== unit.id), ...(shares.length ? [{ organisationId: unit.id, shares: shares.filter(({ toId }) => toId) }] : [])],
    })
    onClose()
  }
  return (
    <Form onSubmit={submit} errors={errors} acts={<><Button look="main" type="submit">{word('ok')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
      {!isEnding && (
        <>
          <TextField name="name" label={word('name')} value={name} onChange={setName} maxLength={200} />
          <Select name="type" label={word('type')} value={type} onChange={setType} choices={draft.types.map(({ code: value, name: label }) => ({ value, label }))} />
          <TextField name="code" label={word('code')} value={code} onChange={setCode} maxLength={40} optional />
          <Select name="parentId" label={word('parent')} value={parent} onChange={setParent} choices={choicesOf(draft).filter(({ isCell, value }) => !isCell && value !== unit.id)} emptyLabel={word('noParent')} />
        </>
      )}
      {unit.isCell && <PeopleRules draft={draft} unit={unit} rules={rules} setRules={setRules} />}
      <Shares draft={draft} unit={unit} shares={shares} setShares={setShares} />
    </Form>
  )
}

/** What changes about an organisation that goes on, or how the people of one that ends are divided. */
export function UnitDrawer({ draft, unit, onClose }: { draft: Draft; unit: Unit | undefined; onClose: () => void }) {
  return <Drawer open={unit !== undefined} onClose={onClose} title={unit ? word('change', { name: unit.name }) : ''}>{unit && <UnitForm key={unit.id} draft={draft} unit={unit} onClose={onClose} />}</Drawer>
}

function FoundForm({ draft, rootId, onClose }: { draft: Draft; rootId: string; onClose: () => void }) {
  const [name, setName] = useState('')
  const [type, setType] = useState('CHI_BO')
  const [code, setCode] = useState('')
  const [parent, setParent] = useState(rootId)
  const [errors, setErrors] = useState<FieldError[]>([])
  const submit = () => {
    const wrongs = name.trim() ? [] : [missing('name', word('name'))]
    setErrors(wrongs)
    if (wrongs.length > 0) return
    draft.change({ ...draft.content, founds: [...draft.content.founds, { id: newId(), name: name.trim(), type, parentId: parent || null, revives: false, ...(code.trim() ? { code: code.trim() } : {}) }] })
    onClose()
  }
  return (
    <Form onSubmit={submit} errors={errors} acts={<><Button look="main" type="submit">{word('ok')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
      <TextField name="name" label={word('name')} hint={word('nameHint')} value={name} onChange={setName} maxLength={200} />
      <Select name="type" label={word('type')} value={type} onChange={setType} choices={draft.types.map(({ code: value, name: label }) => ({ value, label }))} />
      <Select name="parentId" label={word('parent')} value={parent} onChange={setParent} choices={choicesOf(draft).filter(({ isCell }) => !isCell)} emptyLabel={word('noParent')} />
      <TextField name="code" label={word('code')} value={code} onChange={setCode} maxLength={40} optional />
    </Form>
  )
}

/** An organisation that the plan founds. */
export function FoundDrawer({ draft, rootId, open, onClose }: { draft: Draft; rootId: string; open: boolean; onClose: () => void }) {
  return <Drawer open={open} onClose={onClose} title={word('addUnit')}>{open && <FoundForm draft={draft} rootId={rootId} onClose={onClose} />}</Drawer>
}
