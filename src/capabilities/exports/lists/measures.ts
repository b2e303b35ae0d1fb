import type { InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { dayCell, type ExportedList } from '../../audit/index.ts'
import type { lifecycleContract } from '../../lifecycle/contract.ts'
import { exemptionGroundNames, measureNames, measureStateNames, suspensionGroundNames } from '../../lifecycle/index.ts'
import { column, rowsOf } from './exported.ts'
import { cellWords, listWords, titles as t } from './words.vi.ts'

type Kind = InputOf<typeof lifecycleContract.listMeasures>['kind']
const whatNames = { ...measureNames, ...suspensionGroundNames, ...exemptionGroundNames }

const measuresOf = (kind: Kind, { title, file }: { title: string; file: string }) => rowsOf<typeof lifecycleContract.listMeasures>({
  of: 'lifecycle.listMeasures', fixed: { kind }, title, fileName: file, permission: 'lifecycle.exportMeasures', event: 'lifecycle.measuresExported',
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.bornOn, 12, (row) => dayCell(row.bornOn)), column(t.cell, 26, (row) => row.cell), column(t.organisation, 26, (row) => row.organisation),
    column(kind === 'discipline' ? t.measure : t.cause, 26, (row) => whatNames[row.what]), column(t.details, 40, (row) => (row.isCovered ? cellWords.covered : row.reason)),
    column(t.decision, 26, (row) => fillIn(cellWords.decisionOn, { number: row.decisionNumber, day: row.decidedOn })), column(t.issuedBy, 30, (row) => row.issuedBy),
    column(t.since, 14, (row) => dayCell(row.from)), column(t.lastDay, 14, (row) => dayCell(row.lastDay)), column(t.state, 18, (row) => measureStateNames[row.state]),
  ],
})

/** Who is under discipline, suspended, or exempt. */
export const measureLists: Readonly<Record<string, ExportedList>> = {
  disciplines: measuresOf('discipline', listWords.disciplines), suspensions: measuresOf('suspension', listWords.suspensions), exemptions: measuresOf('exemption', listWords.exemptions),
}
