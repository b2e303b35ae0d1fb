import { useState } from 'react'
import { Checkbox, ConflictTable, DayField, FieldGroup, NumberField, Select, usePlace, useTell, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import { relatives } from '../../../codes.ts'
import { admission, type CaseFile } from '../../client.ts'
import { useCaseAct } from '../../use-case-act.ts'
import { actWords, educationNames, evidenceNames, leavingReasonNames, relativeNames, word } from '../../words.vi.ts'
import { CaseForm } from '../acts/case-form.tsx'
import { useActLinks } from '../use-act-links.ts'
import { branches, branchLabels, circumstancesOf, consentKinds, consentLabels, draftOf, draftParts, factLabels, type CircumstancesDraft, type PlainFact } from './draft.ts'
import { KnownField, PaperFields } from './fields.tsx'
import { SponsorsFields } from './sponsors-fields.tsx'

const choices = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

type Part = { draft: CircumstancesDraft; change: (part: Partial<CircumstancesDraft>) => void }

function Facts({ draft, change, facts }: Part & { facts: readonly PlainFact[] }) {
  return facts.map((fact) => <KnownField key={fact} name={fact} label={factLabels[fact]} value={draft.facts[fact]} onChange={(value) => change({ facts: { ...draft.facts, [fact]: value } })} />)
}

function Special({ draft, change }: Part) {
  return (
    <>
      <Facts draft={draft} change={change} facts={['politicalMatter']} />
      {draft.facts.politicalMatter === 'yes' && (
        <PaperFields name="politicalConclusion" legend={word('cPoliticalConclusion')} paper={draft.politicalConclusion} onChange={(politicalConclusion) => change({ politicalConclusion })} />
      )}
      {branches.map((name) => {
        const branch = draft.branches[name]
        const set = (part: Partial<typeof branch>) => change({ branches: { ...draft.branches, [name]: { ...branch, ...part } } })
        return (
          <div key={name} className="form-part">
            <KnownField name={name} label={branchLabels[name]} value={branch.applies} onChange={(applies) => set({ applies })} />
            {branch.applies === 'yes' && <PaperFields name={name} legend={word('approvalOf', { what: branchLabels[name].toLowerCase() })} paper={branch.approval} onChange={(approval) => set({ approval })} />}
          </div>
        )
      })}
    </>
  )
}

function FormerMember({ draft, change }: Part) {
  const { former } = draft
  const set = (part: Partial<typeof former>) => change({ former: { ...former, ...part } })
  return (
    <>
      <KnownField name="formerMember" label={word('cFormer')} value={former.was} onChange={(was) => set({ was })} />
      {former.was === 'yes' && (
        <>
          <DayField name="leftOn" label={word('formerLeft')} optional value={former.leftOn} onChange={(leftOn) => set({ leftOn })} />
          <Select name="leavingReason" label={word('formerReason')} optional value={former.reason} choices={choices(leavingReasonNames)} onChange={(reason) => set({ reason })} />
          <KnownField name="specialHardship" label={word('formerHardship')} value={former.hardship} onChange={(hardship) => set({ hardship })} />
          <DayField name="convictionClearedOn" label={word('formerCleared')} optional value={former.clearedOn} onChange={(clearedOn) => set({ clearedOn })} />
          <NumberField name="timesReadmitted" label={word('formerTimes')} optional value={former.times} onChange={(times) => set({ times })} />
        </>
      )}
    </>
  )
}

function Excused({ draft, change }: Part) {
  const toggle = (one: string, on: boolean) => change({ excused: on ? [...draft.excused, one] : draft.excused.filter((other) => other !== one) })
  return relatives.filter((one) => one !== 'candidate').map((one) => (
    <Checkbox key={one} name={`excused-${one}`} label={relativeNames[one]} checked={draft.excused.includes(one)} onChange={(on) => toggle(one, on)} />
  ))
}

type Meeting = { readonly opened: CircumstancesDraft; readonly mine: CircumstancesDraft; readonly theirs: CircumstancesDraft }

/** Parts that both changed, each in another way: one has to be chosen. */
const conflictsOf = ({ opened, mine, theirs }: Meeting) =>
  draftParts.filter((part) => part.words(theirs) !== part.words(opened) && part.words(mine) !== part.words(opened) && part.words(theirs) !== part.words(mine))

/** What only the others changed is kept as they left it. */
const keepTheirs = ({ opened, mine, theirs }: Meeting): CircumstancesDraft =>
  draftParts.filter((part) => part.words(mine) === part.words(opened)).reduce((kept, part) => part.take(kept, theirs), mine)

/** Everything known about the candidate beside the papers. */
export function CircumstancesForm({ file, names }: { file: CaseFile; names: Readonly<Record<string, string>> }) {
  const place = usePlace()
  const tell = useTell()
  const links = useActLinks(file)
  const [opened] = useState(() => draftOf(file.circumstances, names))
  const [draft, setDraft] = useState(opened)
  const change = (part: Partial<CircumstancesDraft>) => setDraft((old) => ({ ...old, ...part }))
  const act = useCaseAct(file, admission.recordCircumstances, () => {
    tell(word('doneWord', { act: actWords.recordCircumstances }))
    place.go(links.home)
  })
  const meeting = { opened, mine: draft, theirs: act.conflict ? draftOf(file.circumstances, names) : opened }
  const conflicts = conflictsOf(meeting)
  const [errors, setErrors] = useState<FieldError[]>([])
  const send = (one: CircumstancesDraft) => void act.run({ circumstances: circumstancesOf(one) })
  const submit = () => {
    setErrors(conflicts.length > 0 ? [{ field: 'vietnameseCitizen', text: word('settleFirst') }] : [])
    if (conflicts.length === 0) send(keepTheirs(meeting))
  }
  const settle = (chosen: Readonly<Record<string, 'mine' | 'theirs'>>) =>
    send(conflicts.filter((part) => chosen[part.name] === 'theirs').reduce((kept, part) => part.take(kept, meeting.theirs), keepTheirs(meeting)))
  const fields = conflicts.map((part) => ({ name: part.name, label: part.label, mine: part.words(draft), theirs: part.words(meeting.theirs) }))
  const part = { draft, change }
  return (
    <>
      {fields.length > 0 && <ConflictTable fields={fields} onUse={settle} running={act.running} />}
      <CaseForm act={act} errors={errors} button={word('saveCircumstances')} onSubmit={submit} onCancel={() => place.go(links.home)}>
        <FieldGroup legend={word('groupPerson')}>
          <Facts {...part} facts={['vietnameseCitizen']} />
          <Select name="level" label={word('cEducation')} value={draft.level} choices={choices(educationNames)} onChange={(level) => change({ level: level as CircumstancesDraft['level'] })} />
          <Select name="evidence" label={word('cEvidence')} optional value={draft.evidence} choices={choices(evidenceNames)} onChange={(evidence) => change({ evidence: evidence as CircumstancesDraft['evidence'] })} />
          <Facts {...part} facts={['livesInSpecialArea', 'personOfStanding']} />
        </FieldGroup>
        <FieldGroup legend={word('groupSponsors')}><SponsorsFields file={file} sponsors={draft.sponsors} onChange={(sponsors) => change({ sponsors })} /></FieldGroup>
        <FieldGroup legend={word('groupUnions')}><Facts {...part} facts={['youthUnionExists', 'youthUnionMember', 'tradeUnionMember']} /></FieldGroup>
        <FieldGroup legend={word('groupBackground')} hint={word('backgroundHint')}><Excused {...part} /></FieldGroup>
        <FieldGroup legend={word('groupSpecial')}><Special {...part} /></FieldGroup>
        <FieldGroup legend={word('groupFormer')}><FormerMember {...part} /></FieldGroup>
        <details className="more-fields" open={consentKinds.some((kind) => opened.consents[kind].issuedOn)}>
          <summary>{word('groupConsents')}</summary>
          {consentKinds.map((kind) => (
            <PaperFields key={kind} name={`consent-${kind}`} legend={consentLabels[kind]} paper={draft.consents[kind]} onChange={(paper) => change({ consents: { ...draft.consents, [kind]: paper } })} />
          ))}
        </details>
      </CaseForm>
    </>
  )
}
