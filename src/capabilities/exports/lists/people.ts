import { dayCell, type ExportedList } from '../../audit/index.ts'
import { fieldNames, listNames } from '../../member-sheet/index.ts'
import type { memberSheetContract } from '../../member-sheet/contract.ts'
import type { membersContract } from '../../members/contract.ts'
import { statusNames } from '../../members/index.ts'
import type { countingContract } from '../../counting/contract.ts'
import type { statisticsContract } from '../../statistics/contract.ts'
import { column, linesOf, placeText, rowsOf, yearOf } from './exported.ts'
import { cellWords, listWords, proposalStateWords, supplementStateWords, titles as t } from './words.vi.ts'

const itemText = (item: string): string => ({ ...listNames, ...fieldNames })[item] ?? item
const nameOf = (status: string | null): string => (status ? (statusNames[status as keyof typeof statusNames] ?? status) : '')

const members = rowsOf<typeof membersContract.listMembers>({
  of: 'members.listMembers', title: listWords.members.title, fileName: listWords.members.file, permission: 'members.export', event: 'members.exported',
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.otherName, 18, (row) => row.otherName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.women, 6, (row) => (row.sex === 'female' ? cellWords.tick : '')),
    column(t.ethnicity, 12, (row) => row.ethnicity), column(t.cell, 26, (row) => row.cell), column(t.organisation, 26, (row) => row.organisation), column(t.decidedOn, 14, (row) => dayCell(row.decidedOn)),
    column(t.admittedOn, 14, (row) => dayCell(row.admittedOn)), column(t.confirmedOn, 14, (row) => dayCell(row.confirmedOn)), column(t.cardNumber, 16, (row) => row.cardNumber), column(t.status, 26, (row) => nameOf(row.status)),
  ],
})

const names = rowsOf<typeof statisticsContract.listNames>({
  of: 'statistics.listNames', title: listWords.names.title, fileName: listWords.names.file, permission: 'members.export',
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornYear, 10, (row) => row.bornYear), column(t.cell, 36, (row) => placeText(row.cellName, row.aboveName)), column(t.status, 26, (row) => nameOf(row.status)),
    column(t.decidedOn, 14, (row) => dayCell(row.decidedOn)), column(t.decisionNumber, 20, (row) => row.decisionNumber),
  ],
})

const counts = rowsOf<typeof countingContract.listLines>({
  of: 'counting.listLines', title: listWords.counts.title, fileName: listWords.counts.file,
  columns: [column(t.byRow, 36, (row) => row.row), column(t.byColumn, 36, (row) => row.column), column(t.value, 10, (row) => row.counted)],
})

const proposals = rowsOf<typeof memberSheetContract.listProposals>({
  of: 'memberSheet.listProposals', title: listWords.proposals.title, fileName: listWords.proposals.file,
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornYear, 10, (row) => yearOf(row.bornOn)), column(t.cell, 26, (row) => row.cell), column(t.items, 36, (row) => row.items.map(itemText).join('; ')),
    column(t.reason, 36, (row) => row.reason), column(t.basis, 30, (row) => row.paper), column(t.by, 24, (row) => row.by), column(t.on, 12, (row) => dayCell(row.proposedOn)), column(t.state, 16, (row) => proposalStateWords[row.state]),
  ],
})

const campaigns = rowsOf<typeof memberSheetContract.listCampaigns>({
  of: 'memberSheet.listCampaigns', title: listWords.campaigns.title, fileName: listWords.campaigns.file,
  columns: [
    column(t.year, 8, (row) => String(row.year)), column(t.unit, 36, (row) => row.organisation), column(t.askedOn, 12, (row) => dayCell(row.askedOn)), column(t.dueOn, 12, (row) => dayCell(row.dueOn)), column(t.total, 10, (row) => row.total),
    column(t.asked, 10, (row) => row.asked), column(t.answered, 10, (row) => row.answered), column(t.checked, 12, (row) => row.checked), column(t.takenIn, 10, (row) => row.takenIn), column(t.returned, 10, (row) => row.returned),
  ],
})

const campaign = linesOf<typeof memberSheetContract.findCampaign, { fullName: string; bornOn: string | null; cell: string; state: keyof typeof supplementStateWords; answeredOn: string | null; items: string[] }>({
  of: 'memberSheet.findCampaign', title: listWords.campaign.title, fileName: listWords.campaign.file, rows: ({ rows }) => rows, total: ({ rowsTotal }) => rowsTotal,
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornYear, 10, (row) => yearOf(row.bornOn)), column(t.cell, 30, (row) => row.cell), column(t.state, 22, (row) => supplementStateWords[row.state]),
    column(t.answeredOn, 12, (row) => dayCell(row.answeredOn)), column(t.items, 50, (row) => row.items.map(itemText).join('; ')),
  ],
})

/** Lists of people and of what is said about them. */
export const peopleLists: Readonly<Record<string, ExportedList>> = { members, names, counts, proposals, campaigns, campaign }
