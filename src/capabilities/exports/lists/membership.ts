import { fillIn } from '../../../platform/words.ts'
import { dayCell, type ExportedList } from '../../audit/index.ts'
import type { lifecycleContract } from '../../lifecycle/contract.ts'
import { groundNames, groupNames } from '../../lifecycle/index.ts'
import type { membersContract } from '../../members/contract.ts'
import { ownerNames } from '../../reminders/index.ts'
import type { transfersContract } from '../../transfers/contract.ts'
import { kindNames, stageNames } from '../../transfers/index.ts'
import { column, rowsOf } from './exported.ts'
import { cellWords, listWords, titles as t } from './words.vi.ts'

const transfers = rowsOf<typeof transfersContract.listTransfers>({
  of: 'transfers.listTransfers', title: listWords.transfers.title, fileName: listWords.transfers.file, permission: 'transfers.export', event: 'transfers.exported',
  columns: [
    column(t.fullName, 28, (row) => row.personName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.kind, 16, (row) => kindNames[row.kind]), column(t.leaving, 40, (row) => row.fromName), column(t.arriving, 40, (row) => row.toName),
    column(t.letter, 16, (row) => row.letterNumber), column(t.letterOn, 12, (row) => dayCell(row.letterOn)), column(t.stage, 26, (row) => stageNames[row.stage]), column(t.dueOn, 12, (row) => dayCell(row.dueOn)),
    column(t.lateDays, 12, (row) => (row.isLate ? row.workingDays : 0)), column(t.next, 50, (row) => row.nextAct?.words), column(t.owner, 20, (row) => row.nextAct && ownerNames[row.nextAct.owner]),
  ],
})

const badges = rowsOf<typeof lifecycleContract.listBadges>({
  of: 'lifecycle.listBadges', title: listWords.badges.title, fileName: listWords.badges.file, permission: 'lifecycle.exportBadges', event: 'lifecycle.badgesExported',
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.cell, 26, (row) => row.cell), column(t.organisation, 26, (row) => row.organisation), column(t.decidedOn, 14, (row) => dayCell(row.decidedOn)),
    column(t.admittedOn, 14, (row) => dayCell(row.admittedOn)), column(t.confirmedOn, 14, (row) => dayCell(row.confirmedOn)), column(t.badge, 12, (row) => row.years), column(t.awardOn, 12, (row) => dayCell(row.awardOn)),
    column(t.reachedOn, 14, (row) => dayCell(row.reachedOn)), column(t.ground, 20, (row) => groundNames[row.ground]), column(t.reason, 30, (row) => row.reason),
    column(t.badgeDecision, 26, (row) => (row.decisionNumber ? (row.badgeDecidedOn ? fillIn(cellWords.decisionOn, { number: row.decisionNumber, day: row.badgeDecidedOn }) : row.decisionNumber) : '')),
  ],
})

const badgeCandidates = rowsOf<typeof lifecycleContract.listBadgeCandidates>({
  of: 'lifecycle.listBadgeCandidates', title: listWords.badgeCandidates.title, fileName: listWords.badgeCandidates.file, permission: 'lifecycle.exportBadges',
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.cell, 26, (row) => row.cell), column(t.organisation, 26, (row) => row.organisation), column(t.decidedOn, 14, (row) => dayCell(row.decidedOn)),
    column(t.admittedOn, 14, (row) => dayCell(row.admittedOn)), column(t.confirmedOn, 14, (row) => dayCell(row.confirmedOn)), column(t.badge, 12, (row) => row.years), column(t.reachedOn, 14, (row) => dayCell(row.reachedOn)),
    column(t.ground, 24, (row) => groupNames[row.group]), column(t.lastBadge, 14, (row) => row.lastBadge),
  ],
})

const away = rowsOf<typeof membersContract.listAway>({
  of: 'members.listAway', title: listWords.away.title, fileName: listWords.away.file, permission: 'members.export',
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.cell, 26, (row) => row.cell), column(t.organisation, 26, (row) => row.organisation), column(t.awayPlace, 30, (row) => row.place), column(t.occupation, 26, (row) => row.occupation),
    column(t.since, 12, (row) => dayCell(row.since ?? row.from)), column(t.phone, 16, (row) => row.phone), column(t.excusedUntil, 14, (row) => dayCell(row.excusedUntil)), column(t.contact, 26, (row) => row.contactName),
    column(t.lapsed, 12, (row) => (row.isLapsed ? cellWords.tick : '')), column(t.shouldMove, 16, (row) => (row.shouldBeTemporary ? cellWords.tick : '')), column(t.shouldMoveForGood, 18, (row) => (row.shouldBeLasting ? cellWords.tick : '')),
  ],
})

const awayByCell = rowsOf<typeof membersContract.listAwayFigures>({
  of: 'members.listAwayFigures', title: listWords.awayByCell.title, fileName: listWords.awayByCell.file,
  columns: [column(t.cell, 30, (row) => row.cell), column(t.organisation, 26, (row) => row.organisation), column(t.members, 12, (row) => row.members), column(t.awayCount, 12, (row) => row.away), column(t.lapsed, 14, (row) => row.lapsed)],
})

/** Lists about where members are and go, and of badges. */
export const membershipLists: Readonly<Record<string, ExportedList>> = { transfers, badges, badgeCandidates, away, awayByCell }
