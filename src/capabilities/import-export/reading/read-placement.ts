import { fold } from '../../../kernel/index.ts'
import { isTall, type TableHabits } from './habits.ts'
import type { RowContext, RowDraft } from './row-draft.ts'
import type { RegisteredOrganisation } from './types.ts'
import { proposal, question } from './values/reading.ts'

/** The organisation that the columns of the row name, if the register has it. */
const namedOrganisation = (row: RowDraft, context: RowContext): RegisteredOrganisation | undefined =>
  context.organisations.findOrganisation(row.text('organisationCode'), row.text('organisationName'))

/** The organisation the row speaks of: its own columns first, then the group it stands under, then the list. */
function organisationOf(row: RowDraft, named: RegisteredOrganisation | undefined, context: RowContext): RegisteredOrganisation | undefined {
  return named ?? row.member.groups.map((group) => context.organisations.findOrganisation(undefined, group)).find(Boolean) ?? context.organisation
}

/** A list may name the organisation in a column and mean something the register does not have. */
function remarkUnknownOrganisation(row: RowDraft, context: RowContext): void {
  const column = row.column('organisationName') ?? row.column('organisationCode')
  const name = row.text('organisationName') ?? row.text('organisationCode')
  if (!column || !name || namesCell(row, context)) return
  row.note(column, question('org.organisation-unknown', [], { value: name }), 'cellCode')
}

/** A column of units may name the cell itself. */
const namesCell = (row: RowDraft, context: RowContext): string | undefined => {
  const name = row.text('organisationName')
  return name && !row.column('cellName') ? context.organisations.findByName(name, context.organisation).code : undefined
}

const groupedCell = (row: RowDraft): string | undefined => row.member.groups.findLast((group) => /^(chi bo|cb)\b/.test(fold(group)))

/**
 * Puts the row into a cell: by its code, by its name, by a name merged over several rows, by the group row above it, or by what the whole sheet speaks of.
 * The row above is never copied into a blank.
 */
export function readPlacement(row: RowDraft, habits: TableHabits, context: RowContext): void {
  const named = namedOrganisation(row, context)
  if (!named) remarkUnknownOrganisation(row, context)
  const organisation = organisationOf(row, named, context)
  const codeColumn = row.column('cellCode')
  const codeCell = row.cell(codeColumn).cell
  if (codeCell && codeCell.text.trim() !== '') {
    const byCode = context.organisations.findByCode(codeCell.kind === 'number' ? (codeCell.value as number) : codeCell.text.trim())
    row.note(codeColumn, byCode.finding, 'cellCode')
    row.fields.cellCode = byCode.code
    if (byCode.code) compareName(row, byCode.code, organisation, context)
    return
  }
  placeByName(row, organisation, habits, context)
}

function compareName(row: RowDraft, code: string, organisation: RegisteredOrganisation | undefined, context: RowContext): void {
  const column = row.column('cellName')
  if (!column || row.valueOfMerged(column) !== row.rawCell(column)) return
  const name = row.rawCell(column)?.text ?? ''
  if (name.trim() === '') {
    row.note(column, proposal('org.cell-blank-code-given', { cell: code }, { name: context.organisations.nameOf(code) }), 'cellCode')
    return
  }
  const byName = context.organisations.findByName(name, organisation)
  if (byName.code === code) row.note(column, byName.finding, 'cellCode')
  else {
    row.note(column, question('org.code-and-name-differ', [code, ...(byName.code ? [byName.code] : (byName.finding?.choices ?? []).filter((each) => each !== code).slice(0, 5))], { name: context.organisations.nameOf(code) }), 'cellCode')
    row.fields.cellCode = undefined
  }
}

function placeByName(row: RowDraft, organisation: RegisteredOrganisation | undefined, habits: TableHabits, context: RowContext): void {
  const column = row.column('cellName')
  const cell = column && row.valueOfMerged(column)
  const written = cell?.kind === 'formula' ? row.cell(column).cell : cell
  if (written && written.text.trim() !== '') {
    const found = context.organisations.findByName(written.text, organisation)
    row.fields.cellCode = found.code
    const isMerged = isTall(context.merges, row.number, column!.index)
    if (found.code && isMerged && !habits.mergedCellNames) row.note(column, proposal('org.merged-cell-name', { cell: found.code }), 'cellCode')
    else row.note(column, found.finding, 'cellCode')
    return
  }
  placeByGroup(row, organisation, habits, context)
}

function placeByGroup(row: RowDraft, organisation: RegisteredOrganisation | undefined, habits: TableHabits, context: RowContext): void {
  const column = row.column('cellName')
  const isUsed = habits.isUsed(column)
  const group = groupedCell(row) ?? (isUsed ? undefined : namesCell(row, context) ? row.text('organisationName') : context.cellOfSheet)
  const found = group ? context.organisations.findByName(group, organisation) : undefined
  if (found?.code && isUsed) row.note(column, proposal('org.from-group-row', { cell: found.code }, { name: context.organisations.nameOf(found.code) }), 'cellCode')
  // Headings and group rows stand in capitals.
  else if (found) row.note(column ?? row.column('fullName'), found.finding?.code === 'org.letter-case-blank' ? undefined : found.finding, 'cellCode')
  else if (!isUsed && organisation?.cells.length === 0) {
    row.fields.cellCode = organisation.code
    return
  } else row.note(column ?? row.column('fullName') ?? row.column('givenName'), question('org.cell-blank', organisation?.cells.map((each) => each.code)), 'cellCode')
  row.fields.cellCode = found?.code
}
