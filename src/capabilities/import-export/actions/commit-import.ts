import { fillIn } from '../../../platform/words.ts'
import { Refusal, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { keepOtherBirths, takeBackOtherBirths, type OtherBirth } from '../../member-sheet/index.ts'
import { correctFromList, enrolKept, takeBackSource, type ListedCorrection } from '../../members/index.ts'
import { notInState, nothingToWrite, registerHasChanged } from '../errors.ts'
import { importBasis, stateNames } from '../messages.vi.ts'
import type { ComparedField } from '../matching.ts'
import { listChanged, listWritable, lockImport, newMembers, setState, type ImportRow, type KeptRow } from '../queries/imports.ts'
import { registerBelow } from '../queries/register.ts'

const membershipFields = new Set<ComparedField>(['cardNumber', 'historyNumber', 'admittedOn', 'confirmedOn'])

/** The birth of the original dossier, known to the day, is never overwritten: what a list says otherwise stands beside it. */
const isOtherBirth = ({ field, old }: { field: ComparedField; old: string | null }): boolean => field === 'bornOn' && old?.length === 10

const writableChanges = (row: KeptRow) => (row.changes ?? []).filter((change) => !isOtherBirth(change))

const otherBirths = (rows: readonly KeptRow[]): OtherBirth[] =>
  rows.flatMap((row) => (row.changes ?? []).filter(isOtherBirth).map((change) => ({ personId: row.personId!, bornOn: change.new as UncertainDate })))

function correctionOf(row: KeptRow): ListedCorrection {
  const values = writableChanges(row).map(({ field, new: value }) => [field, value] as const)
  return {
    personId: row.personId!, personVersion: row.fields.personVersion!,
    person: Object.fromEntries(values.filter(([field]) => !membershipFields.has(field))),
    membership: Object.fromEntries(values.filter(([field]) => membershipFields.has(field))),
  }
}

/** Enrols the new members of a list; answers how many they were. */
async function writeNew(ctx: Ctx, found: ImportRow, basis: string): Promise<number> {
  const { asOf } = found.preview
  const { idByCode } = await registerBelow(ctx.db, found.organisationId, asOf)
  return enrolKept(ctx, { parts: await newMembers(ctx.db, found.id, idByCode), sourceId: found.id, basis, asOf })
}

async function writeChanged(ctx: Ctx, found: ImportRow, rows: readonly KeptRow[], basis: string): Promise<void> {
  if (rows.length === 0) return
  const corrected = await correctFromList(ctx, { corrections: rows.map(correctionOf), sourceId: found.id, basis })
  if (corrected < rows.length) throw registerHasChanged({ rows: rows.length - corrected })
  await keepOtherBirths(ctx, { births: otherBirths(rows), sourceId: found.id, basis })
}

/**
 * Writes what the preview showed, in one transaction: new members and changed fields. Rows with an error, an open question or a
 * proposal that nobody accepted stay waiting. Refuses when the register changed since the preview (`importExport.registerHasChanged`).
 */
export async function commitImport(ctx: Ctx, input: { id: string; version: number }) {
  const found = await lockImport(ctx.db, input.id)
  await ctx.authorise('importExport.write', { organisationId: found.organisationId })
  if (found.state !== 'toSettle') throw notInState({ state: stateNames[found.state] })
  if (found.version !== input.version) throw new Refusal('conflict', 'platform.staleVersion', { seen: input.version, latest: found.version })
  const basis = fillIn(importBasis, { file: found.fileName })
  const fresh = await writeNew(ctx, found, basis)
  const changed = await listChanged(ctx.db, found.id)
  await writeChanged(ctx, found, changed, basis)
  const { dataRows, counts } = found.preview
  const waiting = dataRows - fresh - changed.length - counts.same
  if (fresh + changed.length === 0) throw nothingToWrite({ waiting, same: counts.same })
  await setState(ctx.db, found.id, 'written')
  const written = { new: fresh, changed: changed.length }
  await ctx.audit({ event: 'importExport.written', subject: { type: 'import', id: found.id }, organisationId: found.organisationId, facts: { ...written, waiting } })
  return { importId: found.id, written, waiting }
}

/** The changes of a row the other way round, as far as the register still has what the import wrote. */
const undoing = (row: KeptRow): ListedCorrection['person'] =>
  Object.fromEntries(writableChanges(row).filter(({ field, old }) => !membershipFields.has(field) && old !== null).map(({ field, old }) => [field, old]))

/** The version of the person after the import: another one only when it wrote the person. */
const versionAfter = (row: KeptRow): number => row.fields.personVersion! + (writableChanges(row).some(({ field }) => !membershipFields.has(field)) ? 1 : 0)

/** Takes a written import back whole: new members go, changed fields return. Whatever was built on since stays and is named. */
export async function undoImport(ctx: Ctx, input: { id: string }) {
  const found = await lockImport(ctx.db, input.id)
  await ctx.authorise('importExport.write', { organisationId: found.organisationId })
  if (found.state !== 'written') throw notInState({ state: stateNames[found.state] })
  const rows = await listWritable(ctx.db, found.id)
  const fresh = rows.filter((row) => row.outcome === 'new').map((row) => row.personId!)
  const { takenBack, kept } = await takeBackSource(ctx, found.id, fresh)
  const changed = rows.filter((row) => row.outcome === 'changed')
  const returned = await correctFromList(ctx, {
    sourceId: found.id, basis: fillIn(importBasis, { file: found.fileName }),
    corrections: changed.map((row) => ({
      personId: row.personId!, personVersion: versionAfter(row), person: undoing(row),
      membership: Object.fromEntries((row.changes ?? []).filter(({ field, old }) => membershipFields.has(field) && old !== null).map(({ field, old }) => [field, old])),
    })),
  })
  await takeBackOtherBirths(ctx, found.id)
  await setState(ctx.db, found.id, 'undone')
  await ctx.audit({ event: 'importExport.undone', subject: { type: 'import', id: found.id }, organisationId: found.organisationId, facts: { takenBack, returned, kept: kept.length } })
  return { importId: found.id, takenBack: takenBack + returned, kept: kept.map(({ personId, fullName, byTable }) => ({ personId, fullName, why: byTable })) }
}
