import { fillIn } from '../../../platform/words.ts'
import type { AnswerOf } from '../../../platform/http/index.ts'
import { dayCell, type ExportedList } from '../../audit/index.ts'
import type { dossiersContract } from '../../dossiers/contract.ts'
import { findingKindNames } from '../../dossiers/index.ts'
import { column, linesOf, rowsOf, yearOf } from './exported.ts'
import { cellWords, listWords, titles as t } from './words.vi.ts'

const dossiers = rowsOf<typeof dossiersContract.listDossiers>({
  of: 'dossiers.listDossiers', title: listWords.dossiers.title, fileName: listWords.dossiers.file, permission: 'dossiers.export', event: 'dossiers.exported',
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.cell, 26, (row) => row.cell), column(t.organisation, 26, (row) => row.organisation),
    column(t.place, 30, (row) => (row.dossierId ? row.place : cellWords.noDossier)), column(t.required, 10, (row) => row.completeness.required), column(t.present, 10, (row) => row.completeness.present),
    column(t.absent, 14, (row) => row.completeness.absentWithReason), column(t.unreadable, 14, (row) => row.completeness.unreadable), column(t.lost, 10, (row) => row.completeness.lost), column(t.missing, 10, (row) => row.completeness.missing),
    column(t.missingNames, 80, (row) => row.missing.join('; ')),
  ],
})

const units = rowsOf<typeof dossiersContract.listDossierFigures>({
  of: 'dossiers.listDossierFigures', title: listWords.dossierUnits.title, fileName: listWords.dossierUnits.file,
  columns: [
    column(t.unit, 36, (row) => row.name), column(t.members, 12, (row) => row.members), column(t.opened, 12, (row) => row.opened), column(t.complete, 12, (row) => row.complete), column(t.required, 12, (row) => row.required),
    column(t.present, 12, (row) => row.present), column(t.absent, 14, (row) => row.absentWithReason),
  ],
})

const loans = rowsOf<typeof dossiersContract.listLoans>({
  of: 'dossiers.listLoans', title: listWords.loans.title, fileName: listWords.loans.file,
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.cell, 26, (row) => row.cell), column(t.document, 36, (row) => row.title ?? cellWords.wholeDossier), column(t.borrower, 26, (row) => row.borrower), column(t.purpose, 30, (row) => row.purpose),
    column(t.lentOn, 12, (row) => dayCell(row.lentOn)), column(t.dueOn, 12, (row) => dayCell(row.dueOn)), column(t.returnedOn, 12, (row) => dayCell(row.returnedOn)), column(t.late, 8, (row) => (row.isLate ? cellWords.tick : '')),
  ],
})

const handovers = rowsOf<typeof dossiersContract.listHandovers>({
  of: 'dossiers.listHandovers', title: listWords.handovers.title, fileName: listWords.handovers.file,
  columns: [
    column(t.on, 12, (row) => dayCell(row.handedOn)), column(t.from, 32, (row) => row.fromKeeper), column(t.to, 32, (row) => row.toKeeper), column(t.handedBy, 24, (row) => row.handedBy), column(t.receivedBy, 24, (row) => row.receivedBy),
    column(t.basis, 36, (row) => row.basis), column(t.count, 10, (row) => row.dossiers),
  ],
})

const handover = linesOf<typeof dossiersContract.findHandover, AnswerOf<typeof dossiersContract.findHandover>['lines'][number]>({
  of: 'dossiers.findHandover', title: listWords.handover.title, fileName: listWords.handover.file, rows: ({ lines }) => lines,
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornYear, 10, (row) => yearOf(row.bornOn)), column(t.cell, 26, (row) => row.cell), column(t.papers, 12, (row) => row.papers), column(t.pages, 10, (row) => row.pages),
    column(t.missingNames, 60, (row) => row.missing.join('; ')),
  ],
})

const inspections = rowsOf<typeof dossiersContract.listInspections>({
  of: 'dossiers.listInspections', title: listWords.inspections.title, fileName: listWords.inspections.file,
  columns: [
    column(t.unit, 36, (row) => row.organisation), column(t.decision, 28, (row) => fillIn(cellWords.decisionOn, { number: row.decisionNumber, day: row.decidedOn })), column(t.period, 24, (row) => fillIn(cellWords.from, { from: row.from, until: row.until })),
    column(t.drawn, 12, (row) => row.drawn), column(t.examined, 10, (row) => row.examined), column(t.findings, 10, (row) => row.findings), column(t.mended, 12, (row) => row.mended), column(t.late, 10, (row) => row.late), column(t.closedOn, 12, (row) => dayCell(row.closedOn)),
  ],
})

type Sampled = AnswerOf<typeof dossiersContract.findInspection>['sample'][number]
type FindingLine = { sampled: Sampled; finding: Sampled['findings'][number] | undefined }

const inspection = linesOf<typeof dossiersContract.findInspection, FindingLine>({
  of: 'dossiers.findInspection', title: listWords.inspection.title, fileName: listWords.inspection.file,
  rows: ({ sample }) => sample.flatMap((sampled): FindingLine[] => (sampled.findings.length ? sampled.findings.map((finding) => ({ sampled, finding })) : [{ sampled, finding: undefined }])),
  columns: [
    column(t.fullName, 28, ({ sampled }) => sampled.fullName), column(t.bornYear, 10, ({ sampled }) => yearOf(sampled.bornOn)), column(t.cell, 26, ({ sampled }) => sampled.cell), column(t.examined, 12, ({ sampled }) => dayCell(sampled.examinedOn)),
    column(t.kind, 26, ({ finding }) => finding && findingKindNames[finding.kind]), column(t.document, 36, ({ finding }) => finding?.documentTitle), column(t.findings, 44, ({ finding }) => finding?.note), column(t.guidance, 44, ({ finding }) => finding?.guidance),
    column(t.mendBy, 14, ({ finding }) => dayCell(finding?.mendBy)), column(t.mended, 14, ({ finding }) => dayCell(finding?.mendedOn)),
  ],
})

type Kinds = AnswerOf<typeof dossiersContract.listFindingsByKind>

const findingKinds = linesOf<typeof dossiersContract.listFindingsByKind, Kinds['rows'][number] & { years: Kinds['years'] }>({
  of: 'dossiers.listFindingsByKind', title: listWords.findingKinds.title, fileName: listWords.findingKinds.file, rows: ({ rows, years }) => rows.map((row) => ({ ...row, years })),
  columns: [column(t.kind, 44, (row) => findingKindNames[row.kind]), column(t.total, 12, (row) => row.total), column(t.open, 14, (row) => row.open), column(t.byYear, 40, ({ years, byYear }) => years.map((year, i) => fillIn(cellWords.detail, { label: String(year), value: String(byYear[i]) })).join('; '))],
})

/** Lists about dossiers on paper. */
export const dossierLists: Readonly<Record<string, ExportedList>> = { dossiers, dossierUnits: units, loans, handovers, handover, inspections, inspection, findingKinds }
