import type { AnswerOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import type { admissionContract } from '../../admission/contract.ts'
import { columnNames, kindNames as caseKindNames } from '../../admission/index.ts'
import { dayCell, type ExportedList } from '../../audit/index.ts'
import type { remindersContract } from '../../reminders/contract.ts'
import { assignmentOutcomeNames, kindNames, ownerNames } from '../../reminders/index.ts'
import type { sourcesAndTargetsContract } from '../../sources-and-targets/contract.ts'
import { stageNames, unionNames } from '../../sources-and-targets/index.ts'
import { column, linesOf, placeText, rowsOf, yearOf } from './exported.ts'
import { cellWords, listWords, titles as t } from './words.vi.ts'

const sources = rowsOf<typeof sourcesAndTargetsContract.listProspects>({
  of: 'sourcesAndTargets.listProspects', title: listWords.sources.title, fileName: listWords.sources.file,
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornYear, 10, (row) => row.bornYear), column(t.women, 6, (row) => (row.sex === 'female' ? cellWords.tick : '')), column(t.cell, 36, (row) => placeText(row.cellName, row.aboveName)),
    column(t.stage, 28, (row) => stageNames[row.stage]), column(t.union, 24, (row) => row.unionCode && unionNames[row.unionCode]), column(t.mentor, 26, (row) => row.mentor?.fullName), column(t.certificate, 16, (row) => dayCell(row.certificate?.validUntil)),
    column(t.lastRemark, 14, (row) => dayCell(row.lastRemark?.writtenOn)),
  ],
})

const sourceReach = linesOf<typeof sourcesAndTargetsContract.findReach, AnswerOf<typeof sourcesAndTargetsContract.findReach>['head']>({
  of: 'sourcesAndTargets.findReach', title: listWords.sourceReach.title, fileName: listWords.sourceReach.file, rows: ({ head, rows }) => [head, ...rows],
  columns: [
    column(t.unit, 36, (row) => row.shortName), column(t.target, 12, (row) => row.target), column(t.admitted, 12, (row) => row.admitted), ...(['inSource', 'classDone', 'applied', 'caseOpen'] as const).map((stage) => column<{ byStage: Record<typeof stage, number> }>(stageNames[stage], 16, (row) => row.byStage[stage])),
    column(t.short, 12, (row) => row.missing),
  ],
})

const admissionCases = rowsOf<typeof admissionContract.listCases>({
  of: 'admission.listCases', title: listWords.admissionCases.title, fileName: listWords.admissionCases.file,
  columns: [
    column(t.fullName, 28, (row) => row.person.name), column(t.bornYear, 10, (row) => yearOf(row.person.bornOn)), column(t.cell, 36, (row) => placeText(row.cell.shortName, row.grassroots.shortName)), column(t.kind, 14, (row) => caseKindNames[row.kind]),
    column(t.stage, 28, (row) => columnNames[row.column]), column(t.daysInStage, 12, (row) => row.daysInStage),
    column(t.next, 44, (row) => (row.isReturned ? fillIn(cellWords.returnedReasons, { n: row.returnReasons }) : row.nextAct?.words)), column(t.owner, 20, (row) => row.nextAct && ownerNames[row.nextAct.owner]),
    column(t.dueOn, 12, (row) => dayCell(row.nextAct?.dueOn)), column(t.late, 10, (row) => (row.isLate ? cellWords.tick : '')), column(t.openedOn, 12, (row) => dayCell(row.openedOn)),
  ],
})

const recognitions = rowsOf<typeof admissionContract.listConfirmations>({
  of: 'admission.listConfirmations', title: listWords.recognitions.title, fileName: listWords.recognitions.file,
  columns: [
    column(t.fullName, 28, (row) => row.person.name), column(t.bornYear, 10, (row) => yearOf(row.person.bornOn)), column(t.cell, 36, (row) => placeText(row.cell.shortName, row.grassroots.shortName)), column(t.ceremony, 12, (row) => dayCell(row.ceremonyOn)),
    column(t.probationEnd, 12, (row) => dayCell(row.probationUntil)), column(t.confirmsOn, 14, (row) => dayCell(row.confirmedOnWillBe)), column(t.hasClass, 12, (row) => (row.hasClassCertificate ? cellWords.yes : cellWords.no)),
    column(t.papersMissing, 30, (row) => row.documents.filter(({ state }) => ['missing', 'needsWork', 'expired'].includes(state)).map(({ formMark, code }) => formMark ?? code).join(', ')),
    column(t.next, 40, (row) => row.nextAct?.words), column(t.owner, 20, (row) => row.nextAct && ownerNames[row.nextAct.owner]), column(t.late, 10, (row) => (row.isLate ? cellWords.tick : '')),
  ],
})

const work = rowsOf<typeof remindersContract.listWork>({
  of: 'reminders.listWork', title: listWords.work.title, fileName: listWords.work.file,
  columns: [
    column(t.dueOn, 12, (row) => dayCell(row.dueOn)), column(t.workingDays, 14, (row) => (row.group === 'late' ? -row.workingDays : row.workingDays)), column(t.workKind, 28, (row) => kindNames[row.kind]), column(t.who, 28, (row) => row.personName),
    column(t.bornYear, 10, (row) => row.bornYear), column(t.unit, 36, (row) => placeText(row.organisationName, row.aboveName)), column(t.next, 44, (row) => row.nextAct), column(t.owner, 20, (row) => ownerNames[row.owner]), column(t.reminded, 12, (row) => dayCell(row.reminded?.on)),
  ],
})

const assignments = rowsOf<typeof remindersContract.listAssignments>({
  of: 'reminders.listAssignments', title: listWords.assignments.title, fileName: listWords.assignments.file,
  columns: [
    column(t.wantedOn, 12, (row) => dayCell(row.wantedOn)), column(t.late, 10, (row) => (row.isLate ? cellWords.tick : '')), column(t.workKind, 28, (row) => kindNames[row.kind]), column(t.next, 40, (row) => row.nextAct), column(t.who, 28, (row) => row.personName),
    column(t.unit, 36, (row) => placeText(row.organisationName, row.aboveName)), column(t.givenTo, 36, (row) => row.toName), column(t.addedNote, 40, (row) => row.note), column(t.givenBy, 26, (row) => row.byName), column(t.givenOn, 12, (row) => dayCell(row.assignedOn)),
    column(t.outcome, 14, (row) => row.outcome && assignmentOutcomeNames[row.outcome]), column(t.answerOn, 12, (row) => dayCell(row.answeredOn)), column(t.answer, 40, (row) => row.answer),
  ],
})

/** Lists of the work of winning, admitting and recognising members. */
export const developmentLists: Readonly<Record<string, ExportedList>> = { sources, sourceReach, admissionCases, recognitions, work, assignments }
