import type { AnswerOf } from '../../../platform/http/index.ts'
import { dayCell, type ExportedList } from '../../audit/index.ts'
import { statusNames } from '../../members/index.ts'
import type { reconcilingContract } from '../../reconciling/contract.ts'
import { differenceStateNames, kindNames, markNames, phaseNames, settledWords } from '../../reconciling/index.ts'
import { ownerNames } from '../../reminders/index.ts'
import { column, linesOf, rowsOf } from './exported.ts'
import { listWords, titles as t } from './words.vi.ts'

type Listed = AnswerOf<typeof reconcilingContract.listReconciliations>['rows'][number]
const signed = ({ signatures }: Listed, side: 'grassroots' | 'superior') => { const found = signatures.find((each) => each.side === side); return found ? `${found.number}; ${found.signer}; ${dayCell(found.signedOn)}` : '' }

const reconciliations = rowsOf<typeof reconcilingContract.listReconciliations>({
  of: 'reconciling.listReconciliations', title: listWords.reconciliations.title, fileName: listWords.reconciliations.file,
  columns: [
    column(t.organisation, 36, (row) => row.organisation), column(t.asOfDay, 14, (row) => dayCell(row.asOf)), column(t.ours, 8, (row) => row.ours), column(t.theirs, 8, (row) => row.theirs), column(t.nowCount, 12, (row) => row.now),
    column(t.differences, 12, (row) => row.differences), column(t.openOnes, 14, (row) => row.open), column(t.standingOnes, 16, (row) => row.standing), column(t.phase, 18, (row) => phaseNames[row.phase]), column(t.dueOn, 12, (row) => dayCell(row.dueOn)),
    column(t.signedBelow, 36, (row) => signed(row, 'grassroots')), column(t.signedAbove, 36, (row) => signed(row, 'superior')),
  ],
})

const reconciliationLines = rowsOf<typeof reconcilingContract.listLines>({
  of: 'reconciling.listLines', title: listWords.reconciliationLines.title, fileName: listWords.reconciliationLines.file,
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.cell, 30, (row) => row.cellName), column(t.cardNumber, 16, (row) => row.cardNumber), column(t.mark, 14, (row) => row.mark && markNames[row.mark]),
    column(t.said, 44, (row) => [...row.differences.flatMap(({ theirs }) => Object.values(theirs)), row.note, ...row.questions].filter(Boolean).join('; ')),
    column(t.differenceKind, 26, (row) => row.differences.map(({ kind }) => kindNames[kind]).join('; ')), column(t.differenceState, 22, (row) => row.differences.map(({ state }) => differenceStateNames[state]).join('; ')),
    column(t.taskOwner, 20, (row) => [...new Set(row.differences.map(({ owner }) => ownerNames[owner]))].join('; ')), column(t.decided, 36, (row) => row.differences.map(({ settledBy, reason }) => reason ?? (settledBy ? settledWords(settledBy) : '')).filter(Boolean).join('; ')),
  ],
})

const agreedNames = linesOf<typeof reconcilingContract.findMinutes, AnswerOf<typeof reconcilingContract.findMinutes>['names'][number]>({
  of: 'reconciling.findMinutes', title: listWords.agreedNames.title, fileName: listWords.agreedNames.file, rows: ({ names }) => names,
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.cell, 30, (row) => row.cellName), column(t.cardNumber, 16, (row) => row.cardNumber),
    column(t.status, 22, (row) => statusNames[row.status as keyof typeof statusNames] ?? row.status),
  ],
})

/** Lists of reconciling with the grassroots. */
export const reconcilingLists: Readonly<Record<string, ExportedList>> = { reconciliations, reconciliationLines, agreedNames }
