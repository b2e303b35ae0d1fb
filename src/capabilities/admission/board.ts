import { daysBetween, earlierOf, laterOf, nameSortKey, type PlainDate } from '../../kernel/index.ts'
import {
  decisionWorkingDays, dossierOpeningWorkingDays, backgroundReplyWorkingDays, ceremonyWorkingDays, fileFreshMonths, firstRuledDay, type Settings,
} from '../../regulations/index.ts'
import { fillIn } from '../../platform/words.ts'
import { showNextAct } from './answers.ts'
import { isStaleFile } from './checklist.ts'
import { runningClocks } from './clocks.ts'
import { boardColumns, type BoardColumn } from './codes.ts'
import { columnLimits, columnNames, unknownPerson } from './messages.vi.ts'
import { openReturn, type CaseFile } from './model.ts'
import type { Judged } from './next-act.ts'

/** In which column of the board a file stands. A returned file keeps its column. */
export function columnOf({ stage, line }: Pick<CaseFile, 'stage' | 'line'>): BoardColumn {
  switch (stage) {
    case 'fileOpen': case 'verifying': case 'readyForCell': return stage
    case 'cellPassed': return line.hasCommittee ? 'committee' : 'decision'
    case 'appraised': return 'committee'
    case 'committeePassed': return 'decision'
    case 'decided': return 'ceremony'
    case 'ceremonyHeld': return 'after'
    default: return 'ended'
  }
}

/** The earliest limit that runs over a file, of whatever kind. */
export function earliestDue({ file, clocks }: Judged): PlainDate | null {
  const running = runningClocks(file, clocks)
  return running.length > 0 ? running.map(({ dueOn }) => dueOn).reduce(earlierOf) : null
}

export function boardRow(judged: Judged) {
  const { file, today, checklist } = judged
  const due = earliestDue(judged)
  return {
    id: file.id, version: file.version, kind: file.kind, stage: file.stage, column: columnOf(file), stageSince: file.stageSince, daysInStage: Math.max(0, daysBetween(file.stageSince, today)),
    openedOn: file.openedOn, person: { id: file.personId, name: file.personName || unknownPerson, bornOn: file.bornOn }, cell: file.line.cell, grassroots: file.line.grassroots,
    isReturned: file.returnedTo !== null, returnReasons: openReturn(file)?.reasons.length ?? 0, isStale: isStaleFile(checklist), isLate: due !== null && due < today,
    nextAct: showNextAct(judged), due,
  }
}
export type BoardRow = ReturnType<typeof boardRow>

const FAR = '9999-12-31'

const orders: Readonly<Record<'urgency' | 'name' | 'stageSince', (row: BoardRow) => string>> = {
  urgency: ({ due, person }) => `${due ?? FAR} ${nameSortKey(person.name)}`,
  name: ({ person }) => nameSortKey(person.name),
  stageSince: ({ stageSince, person }) => `${stageSince} ${nameSortKey(person.name)}`,
}

/** Rows in order: most urgent first, by given name, or longest in their stage first. */
export function ordered(rows: readonly BoardRow[], order: keyof typeof orders): BoardRow[] {
  return rows.map((row) => [orders[order](row), row] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row)
}

/** The limit that rules in a column on a day, in words; before the first rules that are known, theirs. */
function limitOf(column: BoardColumn, today: PlainDate, { overrides }: Settings): string {
  const on = laterOf(today, firstRuledDay)
  const days = { verifying: backgroundReplyWorkingDays, committee: decisionWorkingDays, decision: decisionWorkingDays, ceremony: ceremonyWorkingDays, after: dossierOpeningWorkingDays }
  const rule = days[column as keyof typeof days]
  return fillIn(columnLimits[column], { months: fileFreshMonths.inForceOn(on, overrides).value, ...(rule && { days: rule.inForceOn(on, overrides).value }) })
}

/** The columns with their counts, empty ones among them. */
export const columnsOf = (rows: readonly BoardRow[], today: PlainDate, settings: Settings) => boardColumns.map((column) => {
  const inside = rows.filter((row) => row.column === column)
  return { column, title: columnNames[column], count: inside.length, late: inside.filter(({ isLate }) => isLate).length, limit: limitOf(column, today, settings) }
})
