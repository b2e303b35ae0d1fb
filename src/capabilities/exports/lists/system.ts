import { z } from 'zod'
import type { AnswerOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import type { accessContract } from '../../access/contract.ts'
import { accountStates, heldRoles, isInState, roleNames } from '../../access/index.ts'
import type { auditContract } from '../../audit/contract.ts'
import { dayCell, momentCell, type ExportedList } from '../../audit/index.ts'
import type { importExportContract } from '../../import-export/contract.ts'
import { stateNames } from '../../import-export/index.ts'
import { fieldNames } from '../../members/index.ts'
import type { rulebookContract } from '../../rulebook/contract.ts'
import { column, linesOf, placeText, rowsOf, yearOf } from './exported.ts'
import { cellWords, certaintyWords, listWords, outcomeWords, titles as t } from './words.vi.ts'

type Holding = AnswerOf<typeof accessContract.listAccounts>['rows'][number]['holdings'][number]
const roleLine = (each: Holding): string => fillIn(cellWords.roleAt, { role: roleNames[each.role], place: placeText(each.organisationName, each.aboveName) })

type Account = AnswerOf<typeof accessContract.listAccounts>['rows'][number]
const userNarrowing = z.object({ role: z.string().optional(), state: z.enum(accountStates).optional() })

const users = linesOf<typeof accessContract.listAccounts, Account, z.infer<typeof userNarrowing>>({
  of: 'access.listAccounts', title: listWords.users.title, fileName: listWords.users.file, also: userNarrowing,
  rows: ({ rows }, { role, state }, today) => rows.filter((row) => (!role || heldRoles(row, today).some((each) => each.role === role)) && (!state || isInState(row, state, today))),
  columns: [
    column(t.fullName, 28, (row) => row.fullName), column(t.signIn, 24, (row) => row.signInName), column(t.roles, 60, (row, today) => heldRoles(row, today).map(roleLine).join('; ')),
    column(t.seen, 18, (row) => momentCell(row.lastSeenAt)), column(t.ended, 14, (row) => dayCell(row.disabledOn)),
  ],
})

const trail = rowsOf<typeof auditContract.listEntries>({
  of: 'audit.listEntries', title: listWords.trail.title, fileName: listWords.trail.file,
  columns: [
    column(t.at, 18, (row) => momentCell(row.at)), column(t.actor, 26, (row) => row.by), column(t.role, 24, (row) => row.role), column(t.what, 34, (row) => row.title), column(t.about, 30, (row) => placeText(row.personName, row.organisation)),
    column(t.details, 70, (row) => [...row.details.map((each) => fillIn(cellWords.detail, each)), ...row.clauses].join('; ')),
  ],
})

type Rule = AnswerOf<typeof rulebookContract.listRules>['rules'][number]
const ruleNarrowing = z.object({ topic: z.string().optional(), instrument: z.string().optional(), unconfirmed: z.boolean().optional() })
const cites = (rule: Rule, instrument: string): boolean => rule.entries.some(({ source }) => source.instrument === instrument) || rule.now?.source.instrument === instrument

const rules = linesOf<typeof rulebookContract.listRules, Rule, z.infer<typeof ruleNarrowing>>({
  of: 'rulebook.listRules', title: listWords.rules.title, fileName: listWords.rules.file, also: ruleNarrowing,
  rows: ({ rules: all }, { topic, instrument, unconfirmed }) =>
    all.filter((rule) => (!topic || rule.topic === topic) && (!instrument || cites(rule, instrument)) && (!unconfirmed || (rule.now !== null && rule.now.source.certainty !== 'verified'))),
  columns: [
    column(t.topic, 60, (row) => row.title), column(t.value, 28, (row) => row.now?.words), column(t.since, 12, (row) => dayCell(row.now?.from)), column(t.source, 44, (row) => row.now && placeText(row.now.source.instrument, row.now.source.clause)),
    column(t.certainty, 22, (row) => row.now && certaintyWords[row.now.source.certainty]), column(t.overridden, 14, (row) => (row.now?.overridden ? cellWords.overriddenYes : '')),
  ],
})

const imports = rowsOf<typeof importExportContract.listImports>({
  of: 'importExport.listImports', title: listWords.imports.title, fileName: listWords.imports.file,
  columns: [
    column(t.file, 36, (row) => row.fileName), column(t.unit, 36, (row) => row.organisationName), column(t.state, 18, (row) => stateNames[row.state]), column(t.startedOn, 12, (row) => dayCell(row.startedOn)), column(t.startedBy, 26, (row) => row.startedBy),
    column(t.rows, 10, (row) => row.dataRows), column(t.newRows, 10, (row) => row.counts?.new), column(t.changed, 10, (row) => row.counts?.changed), column(t.same, 10, (row) => row.counts?.same), column(t.doubtful, 10, (row) => row.counts?.doubtful),
    column(t.faulty, 10, (row) => row.counts?.faulty), column(t.onlyHere, 12, (row) => row.counts?.onlyHere),
  ],
})

const said = (value: unknown): string => (value === null || value === undefined || value === '' ? cellWords.blank : String(value))
const changeText = ({ field, old, new: next }: { field: string; old?: unknown; new?: unknown }): string =>
  fillIn(cellWords.change, { field: fieldNames[field as keyof typeof fieldNames] ?? field, old: said(old), new: said(next) })

const importRows = rowsOf<typeof importExportContract.listImportRows>({
  of: 'importExport.listImportRows', title: listWords.importRows.title, fileName: listWords.importRows.file,
  columns: [
    column(t.sheet, 20, (row) => row.sheet), column(t.row, 8, (row) => row.row), column(t.fullName, 28, (row) => row.name), column(t.cell, 30, (row) => row.cellName), column(t.outcome, 14, (row) => outcomeWords[row.outcome]),
    column(t.changes, 80, (row) => row.changes.map(changeText).join('; ')), column(t.checkedBy, 40, (row) => placeText(row.checked?.result, row.checked?.detail)),
  ],
})

const onlyHere = rowsOf<typeof importExportContract.listOnlyHere>({
  of: 'importExport.listOnlyHere', title: listWords.onlyHere.title, fileName: listWords.onlyHere.file,
  columns: [column(t.fullName, 28, (row) => row.fullName), column(t.bornYear, 10, (row) => yearOf(row.bornOn)), column(t.cell, 36, (row) => row.cell)],
})

/** Lists about users, rules, imports and the trail. */
export const systemLists: Readonly<Record<string, ExportedList>> = { users, trail, rules, imports, importRows, onlyHere }
