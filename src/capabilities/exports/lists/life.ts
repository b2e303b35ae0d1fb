import { dayCell, type ExportedList } from '../../audit/index.ts'
import type { cardsContract } from '../../cards/contract.ts'
import { cardKindNames, cardStateNames, causeNames } from '../../cards/index.ts'
import type { lifecycleContract } from '../../lifecycle/contract.ts'
import { endingKindNames, endingStageText, strikeOffGroundNames } from '../../lifecycle/index.ts'
import { column, rowsOf, yearOf } from './exported.ts'
import { cellWords, listWords, titles as t } from './words.vi.ts'

const cards = rowsOf<typeof cardsContract.listCards>({
  of: 'cards.listCards', title: listWords.cards.title, fileName: listWords.cards.file, permission: 'members.export',
  columns: [
    column(t.cardNumber, 16, (row) => row.number), column(t.formerCard, 16, (row) => row.formerNumber), column(t.fullName, 28, (row) => row.fullName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.cell, 26, (row) => row.cell),
    column(t.organisation, 26, (row) => row.organisation), column(t.kind, 18, (row) => cardKindNames[row.kind]), column(t.reason, 22, (row) => (row.cause ? causeNames[row.cause] : '')), column(t.decisionNumber, 18, (row) => row.decisionNumber),
    column(t.decidedOnOf, 12, (row) => dayCell(row.decidedOn)), column(t.issuedBy, 28, (row) => row.issuedBy), column(t.handedOn, 12, (row) => dayCell(row.handedOn)), column(t.receivedByOf, 24, (row) => row.receivedBy), column(t.state, 22, (row) => cardStateNames[row.state]),
  ],
})

const cardCandidates = rowsOf<typeof cardsContract.listCardCandidates>({
  of: 'cards.listCardCandidates', title: listWords.cardCandidates.title, fileName: listWords.cardCandidates.file, permission: 'members.export',
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.cell, 26, (row) => row.cell), column(t.organisation, 26, (row) => row.organisation),
    column(t.confirmedOn, 14, (row) => dayCell(row.confirmedOn)), column(t.confirmationNumber, 22, (row) => row.confirmationNumber),
  ],
})

const cardRanges = rowsOf<typeof cardsContract.listRanges>({
  of: 'cards.listRanges', title: listWords.cardRanges.title, fileName: listWords.cardRanges.file, permission: 'cards.listRanges',
  columns: [
    column(t.firstNumber, 18, (row) => row.first), column(t.lastNumber, 18, (row) => row.last), column(t.givenToCommittee, 34, (row) => row.organisation), column(t.usedNumbers, 10, (row) => row.used), column(t.leftNumbers, 10, (row) => row.left),
    column(t.nextNumber, 18, (row) => row.next), column(t.basis, 28, (row) => row.basis), column(t.givenOn, 12, (row) => dayCell(row.givenOn)), column(t.closedRangeOn, 14, (row) => dayCell(row.closedOn)), column(t.reason, 30, (row) => row.closedReason),
  ],
})

const endings = rowsOf<typeof lifecycleContract.listEndings>({
  of: 'lifecycle.listEndings', title: listWords.endings.title, fileName: listWords.endings.file, permission: 'members.export',
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornYear, 10, (row) => yearOf(row.bornOn)), column(t.cell, 26, (row) => row.cell), column(t.organisation, 26, (row) => row.organisation), column(t.kind, 18, (row) => endingKindNames[row.kind]),
    column(t.strikeOffGround, 30, (row) => (row.ground ? strikeOffGroundNames[row.ground] : '')), column(t.reason, 40, (row) => (row.isCovered ? cellWords.covered : row.reason)), column(t.state, 30, (row) => endingStageText(row)), column(t.decisionNumber, 18, (row) => row.decisionNumber),
    column(t.decidedOnOf, 12, (row) => dayCell(row.decidedOn)), column(t.issuedBy, 28, (row) => row.issuedBy), column(t.endedOn, 14, (row) => dayCell(row.endedOn)),
  ],
})

/** Lists of what becomes of members: cards, and how membership ends. */
export const lifeLists: Readonly<Record<string, ExportedList>> = { cards, cardCandidates, cardRanges, endings }
