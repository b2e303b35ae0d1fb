import {
  allRules, certaintyNames, describeValue, findInstrument, handbookLimits, instruments, limitNames, ownerNames, packs, pickedByNames, regulationsPage as words, shortTitle, steps,
  units, type DatedRule, type Entry, type Instrument,
} from '../../src/regulations/index.ts'
import { formatDay, formatRange, type Citation } from '../../src/kernel/index.ts'

const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
const table = (heads: readonly string[], rows: readonly (readonly string[])[]) => [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')
const sourceOf = ({ title, clause }: Citation) => (clause ? `${title}, ${clause}` : title)

function renderPacks(): string {
  const rows = packs.map(({ name, from, references, certainty }) =>
    [name, formatDay(from), references.map((id) => shortTitle(findInstrument(id)!)).join('; '), certaintyNames[certainty]])
  return `## ${words.packs}\n\n${table(words.packColumns, rows)}`
}

type Cited = { readonly rule: DatedRule<unknown>; readonly entry: Entry<unknown> }

function citedBy(instrument: Instrument): readonly Cited[] {
  return allRules.flatMap((rule) => rule.history.filter(({ source }) => source.instrument === instrument.id).map((entry) => ({ rule, entry })))
}

function renderInstrument(instrument: Instrument): string {
  const cited = citedBy(instrument)
  const rows = cited.map(({ rule, entry }) => [
    `${rule.title} (\`${rule.key}\`)`, describeValue(rule, entry.value), formatDay(entry.from), pickedByNames[rule.pickedBy],
    entry.source.clause, certaintyNames[entry.source.certainty],
  ])
  return [
    `### ${shortTitle(instrument)}`,
    `${instrument.title} (\`${instrument.id}\`). ${words.inForce}: ${formatRange(instrument.inForceDuring)}. ${certaintyNames[instrument.certainty]}.`,
    rows.length > 0 ? table(words.valueColumns, rows) : words.noValues,
  ].join('\n\n')
}

function renderSteps(): string {
  const rows = steps.map(({ code, title, owner, documents, vote, clock }) => [
    code, title, ownerNames[owner], documents.join(', '), vote ? describeValue(vote, vote.history.at(-1)!.value) : '',
    clock ? describeValue(clock, clock.history.at(-1)!.value) : '',
  ])
  return `## ${words.steps}\n\n${table(words.stepColumns, rows)}`
}

function renderLocalLimits(): string {
  const days = (count: number | undefined) => (count ? `${count} ${units.workingDays}` : '')
  const rows = handbookLimits.map(({ kind, workingDays, extensionWorkingDays, basis }) =>
    [limitNames[kind], days(workingDays), days(extensionWorkingDays), sourceOf(basis), certaintyNames[basis.certainty]])
  return `## ${words.localLimits}\n\n${table(words.limitColumns, rows)}`
}

/** The page `docs/regulations.md`: every paper with the values that cite it, the packs, the steps and the local limits. */
export function renderRegulations(): string {
  const marks = Object.values(certaintyNames).map((name) => `- ${name}`).join('\n')
  return [
    `# ${words.title}`, words.intro, `## ${words.marks}`, marks, words.marksNote, renderPacks(),
    `## ${words.instrument}`, ...instruments.map(renderInstrument), renderSteps(), renderLocalLimits(),
  ].join('\n\n') + '\n'
}
