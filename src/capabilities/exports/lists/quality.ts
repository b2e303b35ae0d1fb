import { fillIn } from '../../../platform/words.ts'
import { dayCell, type ExportedList } from '../../audit/index.ts'
import type { dataQualityContract } from '../../data-quality/contract.ts'
import { faultKindNames, tooLargeToLookThrough } from '../../data-quality/index.ts'
import type { duplicatesContract } from '../../duplicates/contract.ts'
import { partInWords } from '../../duplicates/index.ts'
import type { AnswerOf } from '../../../platform/http/index.ts'
import { column, placeText, rowsOf } from './exported.ts'
import { cellWords, listWords, titles as t } from './words.vi.ts'

const faults = rowsOf<typeof dataQualityContract.listFaults>({
  rows: ({ rows, parts }) => {
    if (parts.length > 0) throw tooLargeToLookThrough()
    return rows
  },
  of: 'dataQuality.listFaults', title: listWords.faults.title, fileName: listWords.faults.file, permission: 'dataQuality.export', event: 'dataQuality.exported',
  columns: [
    column(t.nameOrUnit, 28, (row) => row.name), column(t.bornYear, 10, (row) => row.bornYear), column(t.where, 26, (row) => row.place), column(t.organisation, 26, (row) => row.above), column(t.code, 8, (row) => row.code),
    column(t.kind, 16, (row) => faultKindNames[row.kind]), column(t.wrong, 46, (row) => row.what || row.ruleName), column(t.todo, 46, (row) => row.todo),
    column(t.note, 40, (row) => row.aside && fillIn(cellWords.reallySo, { reason: row.aside.reason, by: row.aside.by ?? '' })),
  ],
})

type Pair = AnswerOf<typeof duplicatesContract.listPairs>['rows'][number]
const said = ({ parts }: Pair, counts: (points: number) => boolean): string => parts.filter(({ points }) => counts(points)).map(partInWords).join('; ')

const pairs = rowsOf<typeof duplicatesContract.listPairs>({
  of: 'duplicates.listPairs', title: listWords.pairs.title, fileName: listWords.pairs.file, permission: 'duplicates.export', event: 'duplicates.exported',
  columns: [
    column(t.first, 28, (row) => row.first.fullName), column(t.bornOn, 12, (row) => dayCell(row.first.bornOn)), column(t.cell, 36, (row) => placeText(row.first.cell, row.first.organisation)),
    column(t.second, 28, (row) => row.second.fullName), column(t.bornOn, 12, (row) => dayCell(row.second.bornOn)), column(t.cell, 36, (row) => placeText(row.second.cell, row.second.organisation)),
    column(t.score, 10, (row) => row.score), column(t.why, 60, (row) => said(row, (points) => points > 0)), column(t.against, 40, (row) => said(row, (points) => points < 0)),
    column(t.state, 40, (row) => (row.state === 'different' ? fillIn(cellWords.twoPeople, { reason: row.reason ?? '' }) : cellWords.undecided)),
  ],
})

/** Lists of what is wrong in the register, and of whom it may hold twice. */
export const qualityLists: Readonly<Record<string, ExportedList>> = { faults, pairs }
