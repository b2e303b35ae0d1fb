import type { Ctx } from '../../../platform/action/index.ts'
import { listImportRowsOf, listRows, loadImport, type ImportRow } from '../queries/imports.ts'
import { maskedNumber } from '../../members/index.ts'
import { comparedFields } from '../matching.ts'
import { onlyHereOf } from '../queries/results.ts'
import { readingProgress } from '../running-readings.ts'
import { registerBelow } from '../queries/register.ts'

/** An import as lists show it. */
export const shownImport = (row: ImportRow) => ({
  id: row.id, fileName: row.fileName, state: row.state, layout: row.layout, asOf: row.asOf ?? row.preview?.asOf ?? null, organisationId: row.organisationId,
  // What the list itself says it is of, once it was read.
  organisationName: row.preview?.organisationName ?? row.organisationName,
  startedOn: row.startedOn, startedBy: row.startedBy, dataRows: row.preview?.dataRows ?? null, counts: row.preview?.counts ?? null, refusal: row.refusal,
  writtenAt: row.writtenAt, undoneAt: row.undoneAt, version: row.version,
})

/** Imports of one's part, newest first. */
export async function listImports(ctx: Ctx, input: { page: number; size: number }) {
  await ctx.authorise('importExport.read', 'own part')
  const { rows, total } = await listImportRowsOf(ctx.db, input)
  return { rows: rows.map(shownImport), total }
}

const covered: readonly string[] = ['identityNumber', 'oldIdentityNumber']
const shownValue = (field: string, value: string | null): string | null => (covered.includes(field) ? maskedNumber(value) : value)

const isLongNumber = (value: unknown): boolean => /\d(?:[\s.]?\d){7,}/.test(typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''))
type ShownFinding = { raw: unknown; read?: unknown; choices?: unknown; message: string }

/** A preview in which findings do not spell out identity and card numbers. */
const withoutNumbers = (preview: ImportRow['preview']) => preview && {
  ...preview,
  sheets: preview.sheets?.map(({ head: _h, ...sheet }: { head?: unknown }) => sheet),
  findings: preview.findings?.map((finding: ShownFinding) => {
    if (![finding.raw, finding.read, finding.choices, finding.message].some(isLongNumber)) return finding
    const { read: _r, choices: _c, ...rest } = finding
    return { ...rest, raw: maskedNumber(String(finding.raw ?? '').replace(/[\s.]/g, '')), message: finding.message.replace(/\d(?:[\s.]?\d){7,}/g, (number) => maskedNumber(number.replace(/[\s.]/g, ''))!) }
  }),
}

/** One import with what was found in it. */
export async function findImport(ctx: Ctx, input: { id: string }) {
  const row = await loadImport(ctx.db, input.id)
  await ctx.authorise('importExport.read', { organisationId: row.organisationId })
  const { answers = [], accepted = [], acceptedRows = [], columns = [] } = row.answers ?? {}
  // Whoever settles the list must see what stands in it; to others its numbers are covered like those of the register.
  const settles = await ctx.may('importExport.write', { organisationId: row.organisationId })
  return { import: shownImport(row), preview: settles ? row.preview : withoutNumbers(row.preview), progress: readingProgress(row.id) ?? null, settling: { answers, accepted, acceptedRows, columns } }
}

/** Rows by what they would do, old and new side by side. */
export async function listImportRows(ctx: Ctx, input: { id: string; outcome?: string | undefined; page: number; size: number }) {
  const found = await loadImport(ctx.db, input.id)
  await ctx.authorise('importExport.read', { organisationId: found.organisationId })
  const { rows, total } = await listRows(ctx.db, input.id, input)
  const { nameByCode } = await registerBelow(ctx.db, found.organisationId, found.preview?.asOf ?? found.asOf ?? ctx.today)
  const named = (field: string, value: string | null) => (field === 'cellCode' ? (nameByCode.get(value ?? '') ?? value) : value)
  return {
    total,
    rows: rows.map((row) => ({
      sheet: row.sheet, row: row.row, outcome: row.outcome, name: row.fields.fullName ?? null, cell: row.fields.cellCode ?? null,
      cellName: named('cellCode', row.fields.cellCode ?? null),
      values: Object.fromEntries(comparedFields.flatMap((field) => (row.fields[field] ? [[field, named(field, shownValue(field, row.fields[field]))]] : []))),
      checked: row.fields.checked ?? null,
      // A new person is in the register only once the import is written.
      personId: row.outcome === 'new' && !row.written ? null : row.personId, written: row.written, changes: (row.changes ?? []).map((change) => ({ field: change.field, old: named(change.field, shownValue(change.field, change.old)), new: named(change.field, shownValue(change.field, change.new)) })),
    })),
  }
}

/** Members of the register that the workbook does not have; nothing happens to them. */
export async function listOnlyHere(ctx: Ctx, input: { id: string; page: number; size: number }) {
  const found = await loadImport(ctx.db, input.id)
  await ctx.authorise('importExport.read', { organisationId: found.organisationId })
  const only = await onlyHereOf(ctx.db, { importId: found.id, scopeId: found.preview?.scopeId ?? found.organisationId, on: found.preview?.asOf ?? found.asOf ?? ctx.today })
  const page = only.slice((input.page - 1) * input.size, input.page * input.size)
  return { rows: page, total: only.length }
}
