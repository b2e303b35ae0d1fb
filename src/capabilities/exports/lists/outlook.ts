import type { ExportedList } from '../../audit/index.ts'
import type { statisticsContract } from '../../statistics/contract.ts'
import { outlookNames, qualityTraitNames, qualityValueName } from '../../statistics/index.ts'
import { column, placeText, rowsOf } from './exported.ts'
import { listWords, titles as t } from './words.vi.ts'

const outlook = rowsOf<typeof statisticsContract.findOutlook>({
  of: 'statistics.findOutlook', title: listWords.outlook.title, fileName: listWords.outlook.file,
  columns: [
    column(t.unit, 36, (row) => row.shortName), column(t.target, 12, (row) => row.target), column(t.admitted, 12, (row) => row.admitted), column(t.behind, 14, (row) => row.behind), column(t.files, 14, (row) => row.files),
    column(t.expected, 12, (row) => (row.basis === 'unknown' ? '' : row.expected)), column(t.atLeast, 12, (row) => (row.basis === 'unknown' ? '' : row.low)), column(t.atMost, 12, (row) => (row.basis === 'unknown' ? '' : row.high)),
    column(t.outlook, 18, (row) => row.outlook && outlookNames[row.outlook]),
  ],
})

const quality = rowsOf<typeof statisticsContract.findQuality>({
  of: 'statistics.findQuality', title: listWords.quality.title, fileName: listWords.quality.file,
  columns: [
    column(t.sortedBy, 24, (row) => qualityTraitNames[row.trait]), column(t.value, 30, (row) => qualityValueName(row.trait, row.value)), column(t.sex, 10, (row) => row.sex && qualityValueName('sex', row.sex)),
    column(t.members, 12, (row) => row.members), column(t.admittedInTerm, 18, (row) => row.admitted),
  ],
})

const qualityPeople = rowsOf<typeof statisticsContract.listQualityPeople>({
  of: 'statistics.listQualityPeople', title: listWords.names.title, fileName: listWords.names.file, permission: 'members.export',
  columns: [column(t.fullName, 28, (row) => row.fullName), column(t.bornYear, 10, (row) => row.bornYear), column(t.cell, 36, (row) => placeText(row.cellName, row.aboveName))],
})

/** What is to be expected of a term, and what the members and the newly admitted are like. */
export const outlookLists: Readonly<Record<string, ExportedList>> = { outlook, quality, qualityPeople }
