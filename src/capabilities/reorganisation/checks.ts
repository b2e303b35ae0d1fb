import { addDays, type Citation, type PlainDate } from '../../kernel/index.ts'
import {
  cellMinFullMembers, firstCommitteeBy, firstRuledDay, grassrootsCellMaxFullMembers, grassrootsOrganisationMinFullMembers, kindOnDay, nobodyWithoutCell, organisationCodeFormat, reorganisationDecidedBy,
} from '../../regulations/index.ts'
import { isCell } from '../organisations/index.ts'
import type { Weight } from './codes.ts'
import type { Content } from './content.ts'
import { lineAfter, standsRightly, type Order, type Target, type Unit, type UnitAfter } from './model.ts'
import type { Figures } from './figures.ts'
import type { Misplaced } from './queries/flows.ts'

/** What is wrong or to be thought over about a plan: a code of this room, what fills its words, the rule behind it. */
export type Finding = { readonly code: string; readonly weight: Weight; readonly organisationId?: string; readonly facts: Readonly<Record<string, string | number>>; readonly source?: Citation }

/** What is known of a plan beside the tree. */
export type Facts = {
  readonly on: PlainDate
  readonly root: Pick<Unit, 'id' | 'name' | 'parentId'>
  readonly figures: Figures
  readonly misplaced: readonly Misplaced[]
  readonly strangers: readonly { readonly fullName: string | null; readonly cellId: string }[]
  readonly later: readonly { readonly organisationId: string; readonly on: PlainDate; readonly what: string }[]
  readonly laterChildren: readonly { readonly name: string; readonly on: PlainDate }[]
  readonly codesElsewhere: ReadonlyMap<string, string>
  readonly withCommittee: ReadonlySet<string>
  readonly undecidedRoles: readonly { readonly fullName: string }[]
  readonly administratorsLeft: number
  readonly targets: { readonly before: readonly Target[]; readonly after: readonly Target[] }
  readonly posts: readonly { readonly organisationId: string; readonly personName: string | null; readonly willBelong: boolean; readonly fits: boolean }[]
}

const ruled = (on: PlainDate): PlainDate => (on < firstRuledDay ? firstRuledDay : on)
const error = (code: string, facts: Finding['facts'] = {}, more: Partial<Finding> = {}): Finding => ({ code, weight: 'error', facts, ...more })
const warning = (code: string, facts: Finding['facts'] = {}, more: Partial<Finding> = {}): Finding => ({ code, weight: 'warning', facts, ...more })

/** Everything the plan speaks of is there on its day, and ends or begins once. */
function checkNames({ before, after }: Order, content: Content): Finding[] {
  const spoken = [...content.changes.map((c) => c.organisationId), ...content.ends.map((e) => e.organisationId), ...content.people.map((p) => p.cellId)]
  const findings = [...new Set(spoken)].filter((id) => !before.has(id)).map((id) => error('notThere', {}, { organisationId: id }))
  const ended = content.ends.map((each) => each.organisationId)
  for (const id of new Set(ended.filter((each, i) => ended.indexOf(each) !== i))) findings.push(error('endedTwice', { name: before.get(id)?.name ?? '' }))
  for (const { organisationId, successorId } of content.ends)
    if (successorId && (successorId === organisationId || !after.has(successorId))) findings.push(error('successorEnds', { name: before.get(organisationId)?.name ?? '' }, { organisationId }))
  for (const { id, name, revives } of content.founds) if (before.has(id) && !revives) findings.push(error('foundedAlready', { name }))
  for (const { organisationId } of content.changes) if (ended.includes(organisationId)) findings.push(error('changedAndEnded', { name: before.get(organisationId)?.name ?? '' }))
  return findings
}

/** Every organisation stands under a parent that is there and may have it; nothing turns in a circle; what ends leaves nobody behind. */
function checkPlaces(order: Order, root: Facts['root']): Finding[] {
  const { before, after, ends } = order
  const findings: Finding[] = []
  for (const { id, successorId } of ends) if (successorId === null) findings.push(error('noSuccessor', { name: before.get(id)?.name ?? '' }, { organisationId: id }))
  for (const unit of after.values()) {
    const was = before.get(unit.id)
    const above = unit.parentId === null ? undefined : after.get(unit.parentId)
    if (unit.id === root.id && unit.parentId === root.parentId) continue
    if (unit.parentId === null && root.parentId !== null) findings.push(error('topOnlyAtTop', { name: unit.name }, { organisationId: unit.id }))
    else if (unit.parentId !== null && !above) findings.push(error('parentMissing', { name: unit.name }, { organisationId: unit.id }))
    else if (!lineAfter(after, unit.id)) findings.push(error('circle', { name: unit.name }, { organisationId: unit.id }))
    else if (!standsRightly(unit, after) && (unit.fate !== 'kept' || above!.fate !== 'kept' || !was)) findings.push(error('parentCannotHave', { name: unit.name, parent: above!.name }, { organisationId: unit.id }))
  }
  const tops = [...after.values()].filter((unit) => unit.parentId === null)
  if (root.parentId === null && tops.length > 1) findings.push(error('severalTops', { names: tops.map((unit) => unit.name).join(', ') }))
  return findings
}

function checkKinds({ before, after }: Order, on: PlainDate): Finding[] {
  return [...after.values()].filter((unit) => unit.fate === 'founded' || (unit.fate === 'changed' && before.get(unit.id)!.type !== unit.type)).flatMap((unit) => {
    const known = kindOnDay(unit.type, on)
    return known === 'yes' ? [] : [error(known === 'unknown' ? 'kindUnknown' : 'kindNotThen', { name: unit.name, kind: unit.type, on }, { organisationId: unit.id })]
  })
}

function checkCodes({ after, before }: Order, { on, codesElsewhere }: Facts): Finding[] {
  const holders = new Map<string, string>()
  const findings: Finding[] = []
  const format = organisationCodeFormat.usedOn(ruled(on))
  for (const unit of after.values()) {
    if (!unit.code) continue
    const other = holders.get(unit.code) ?? codesElsewhere.get(unit.code)
    const isNew = unit.fate === 'founded' || before.get(unit.id)?.code !== unit.code
    if (other) findings.push(error('codeTaken', { code: unit.code, name: unit.name, other }, { organisationId: unit.id }))
    else holders.set(unit.code, unit.name)
    if (isNew && format.value !== 'none' && unit.code.replaceAll('.', '').length !== format.value.digits) findings.push(warning('codeShape', { code: unit.code, name: unit.name, digits: format.value.digits }, { organisationId: unit.id, source: format.citation }))
  }
  return findings
}

/** Every member of a cell that ends is placed exactly once, in a cell. */
function checkPeople({ before, after }: Order, content: Content, { misplaced, strangers, on }: Facts): Finding[] {
  const rule = nobodyWithoutCell.usedOn(ruled(on)).citation
  const nameOf = (id: string) => before.get(id)?.name ?? ''
  const notCells = content.people.filter(({ toId }) => !isCell(after.get(toId)?.type ?? '')).map(({ cellId, toId }) => error('notToACell', { name: nameOf(cellId), to: after.get(toId)?.name ?? nameOf(toId) }, { organisationId: cellId }))
  const words = content.people.filter(({ rule: kind, words: said, personIds }) => (kind === 'residence' && !said) || (kind === 'list' && !personIds?.length)).map(({ cellId }) => error('ruleEmpty', { name: nameOf(cellId) }, { organisationId: cellId }))
  return [
    ...notCells, ...words,
    ...misplaced.filter(({ times }) => times === 0).map(({ fullName, cellId }) => error('leftOver', { person: fullName, name: nameOf(cellId) }, { organisationId: cellId, source: rule })),
    ...misplaced.filter(({ times }) => times > 1).map(({ fullName, cellId, times }) => error('placedTwice', { person: fullName, name: nameOf(cellId), times }, { organisationId: cellId, source: rule })),
    ...strangers.map(({ fullName, cellId }) => error('notInCell', { person: fullName ?? '', name: nameOf(cellId) }, { organisationId: cellId })),
  ]
}

function checkSize(unit: UnitAfter, full: number, on: PlainDate): Finding | undefined {
  const about = { organisationId: unit.id }
  const [least, most, wholeOf] = [cellMinFullMembers, grassrootsCellMaxFullMembers, grassrootsOrganisationMinFullMembers].map((rule) => rule.usedOn(ruled(on))) as [ReturnType<typeof cellMinFullMembers.usedOn>, ReturnType<typeof cellMinFullMembers.usedOn>, ReturnType<typeof cellMinFullMembers.usedOn>]
  if (isCell(unit.type) && full < least.value) return error('cellTooSmall', { name: unit.name, full, least: least.value }, { ...about, source: least.citation })
  if (unit.type === 'CB_CO_SO' && full > most.value) return warning('cellTooLarge', { name: unit.name, full, most: most.value }, { ...about, source: most.citation })
  if (unit.type === 'DB_CO_SO' && full < wholeOf.value) return warning('needsConsent', { name: unit.name, full, least: wholeOf.value }, { ...about, source: wholeOf.citation })
  return undefined
}

/** Numbers of those whom the plan founds or whose numbers it changes. */
const checkSizes = ({ before, after }: Order, { figures, on }: Facts): Finding[] =>
  [...after.values()].flatMap((unit) => {
    const [was, now] = [figures.before.get(unit.id), figures.after.get(unit.id)]
    const touched = unit.fate === 'founded' || was?.full !== now?.full || before.get(unit.id)?.type !== unit.type
    const finding = touched ? checkSize(unit, now?.full ?? 0, on) : undefined
    return finding ? [finding] : []
  })

/** Nothing that is known to begin after the day may contradict it. */
const checkDays = ({ before }: Order, { later, laterChildren, on }: Facts, ended: ReadonlySet<string>): Finding[] => [
  ...[...before.values()].filter((unit) => ended.has(unit.id) && unit.foundedOn >= on).map((unit) => error('notYetFounded', { name: unit.name, on: unit.foundedOn }, { organisationId: unit.id })),
  ...later.map(({ organisationId, on: day, what }) => error(what === 'committee' ? 'laterCommittee' : what === 'end' ? 'laterEnd' : 'laterChange', { name: before.get(organisationId)?.name ?? '', on: day }, { organisationId })),
  ...laterChildren.map(({ name, on: day }) => error('laterChild', { name, on: day })),
]

function checkConsequences({ before, after, ends }: Order, content: Content, facts: Facts): Finding[] {
  const appointed = new Set(content.committees.map((each) => each.organisationId))
  const without = [...after.values()].filter((unit) => (unit.fate === 'founded' || content.endedTerms.includes(unit.id)) && !appointed.has(unit.id) && (unit.fate === 'founded' || !facts.withCommittee.has(unit.id) || content.endedTerms.includes(unit.id)))
  const first = firstCommitteeBy.usedOn(ruled(facts.on)).citation
  const sums = (targets: readonly Target[]) => targets.reduce((sum, { value }) => sum + value, 0)
  const shares = content.targets.filter(({ shares: parts }) => parts.reduce((sum, { percent }) => sum + percent, 0) !== 100)
  const decided = reorganisationDecidedBy.usedOn(ruled(facts.on)).citation
  const touchesRoot = ends.some(({ id }) => id === facts.root.id) || after.get(facts.root.id)?.fate === 'changed'
  const taken = content.committees.filter(({ organisationId, standingSeats, electedSeats, lastDay, kind }) => !after.has(organisationId) || standingSeats > electedSeats || lastDay < addDays(facts.on, 1) || isCell(after.get(organisationId)!.type) === (kind === 'committee'))
  return [
    ...without.map((unit) => warning('noCommittee', { name: unit.name }, { organisationId: unit.id, source: first })),
    ...taken.map(({ organisationId }) => error('committeeWrong', { name: after.get(organisationId)?.name ?? before.get(organisationId)?.name ?? '' }, { organisationId })),
    ...(facts.undecidedRoles.length ? [warning('rolesEnd', { n: facts.undecidedRoles.length, names: facts.undecidedRoles.map(({ fullName }) => fullName).slice(0, 5).join(', ') })] : []),
    ...(facts.administratorsLeft === 0 ? [error('noAdministrator')] : []),
    ...shares.map(({ organisationId }) => error('sharesNotWhole', { name: before.get(organisationId)?.name ?? '' }, { organisationId })),
    ...(shares.length === 0 && sums(facts.targets.before) !== sums(facts.targets.after) ? [warning('targetsDiffer', { before: sums(facts.targets.before), after: sums(facts.targets.after) })] : []),
    ...facts.posts.filter(({ willBelong, fits }) => !willBelong || !fits).map(({ organisationId, personName, fits }) => error(fits ? 'postOutside' : 'postUnknown', { person: personName ?? '', name: after.get(organisationId)?.name ?? '' }, { organisationId })),
    ...(touchesRoot ? [warning('decidedAbove', { name: facts.root.name }, { source: decided })] : []),
  ]
}

/** All that is to be said of a plan, errors first. Which day picks the rules: the day the plan takes effect. */
export function checkPlan(order: Order, content: Content, facts: Facts): Finding[] {
  const isEmpty = content.founds.length + content.changes.length + content.ends.length + content.people.length + content.committees.length + content.posts.length + content.endedTerms.length + content.targets.length === 0
  const ended = new Set([...order.ends.map(({ id }) => id), ...content.changes.map((each) => each.organisationId)])
  const findings = [
    ...(isEmpty ? [error('nothingSaid')] : []),
    ...checkNames(order, content), ...checkPlaces(order, facts.root), ...checkKinds(order, facts.on), ...checkCodes(order, facts),
    ...checkPeople(order, content, facts), ...checkSizes(order, facts), ...checkDays(order, facts, ended), ...checkConsequences(order, content, facts),
  ]
  return [...findings.filter(({ weight }) => weight === 'error'), ...findings.filter(({ weight }) => weight === 'warning')]
}
