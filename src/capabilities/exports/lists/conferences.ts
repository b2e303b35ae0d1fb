import type { AnswerOf } from '../../../platform/http/index.ts'
import { dayCell, type ExportColumn, type ExportedList } from '../../audit/index.ts'
import type { conferencesContract } from '../../conferences/contract.ts'
import { measureNames, movementNames, ownerRoleNames } from '../../conferences/index.ts'
import { column, linesOf, rowsOf } from './exported.ts'
import { listWords, titles as t } from './words.vi.ts'

type Solution = AnswerOf<typeof conferencesContract.listSolutions>['rows'][number]

const conferences = rowsOf<typeof conferencesContract.listConferences>({
  of: 'conferences.listConferences', title: listWords.conferences.title, fileName: listWords.conferences.file,
  columns: [
    column(t.heldOn, 12, (row) => dayCell(row.heldOn)), column(t.conference, 44, (row) => row.title), column(t.unit, 36, (row) => row.organisation), column(t.solutions, 12, (row) => row.solutions), column(t.openSolutions, 12, (row) => row.open),
  ],
})

const ofSolution: readonly ExportColumn<Solution>[] = [
  column(t.conference, 36, (row) => row.conferenceTitle), column(t.solution, 60, (row) => row.text), column(t.unit, 36, (row) => row.ownerName), column(t.answerer, 18, (row) => ownerRoleNames[row.ownerRole]), column(t.dueOn, 12, (row) => dayCell(row.dueOn)),
  column(t.figure, 30, (row) => measureNames[row.measure]), column(t.measuredAt, 30, (row) => row.measuredName), column(t.valueThen, 10, (row) => row.valueThen), column(t.wanted, 10, (row) => row.wanted), column(t.valueNow, 10, (row) => row.valueNow),
  column(t.movement, 18, (row) => movementNames[row.movement]), column(t.lastAnswer, 50, (row) => row.followUps.at(-1)?.note),
]

const solutions = rowsOf<typeof conferencesContract.listSolutions>({ of: 'conferences.listSolutions', title: listWords.solutions.title, fileName: listWords.solutions.file, columns: ofSolution })

const conferenceSolutions = linesOf<typeof conferencesContract.findConference, Solution>({
  of: 'conferences.findConference', title: listWords.conferenceSolutions.title, fileName: listWords.conferenceSolutions.file, rows: ({ solutions: rows }) => rows, columns: ofSolution,
})

/** Conferences, what they decided, and whether it moved anything. */
export const conferenceLists: Readonly<Record<string, ExportedList>> = { conferences, solutions, conferenceSolutions }
