import { nameSortKey, vietnameseOrder } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import { XLSX } from '../../../platform/workbook/index.ts'
import type { InputFileMember } from '../../../regulations/index.ts'
import { momentWritten, recordExport, takenBy } from '../../audit/index.ts'
import { knownMembers } from '../../import-export/index.ts'
import { birthRegistrationsOn } from '../../member-sheet/index.ts'
import { findTop } from '../../organisations/index.ts'
import type { exportsContract } from '../contract.ts'
import { tooManyForInputFile } from '../errors.ts'
import { inputFileWords as words } from '../messages.vi.ts'
import { writeInputFile } from './write-input-file.ts'

type Input = InputOf<typeof exportsContract.exportInputFile>

/** The file is that of a cell, at most of one grassroots organisation: it opens the numbers of everybody in it at once. */
const MOST_MEMBERS = 1500

async function placeAsked(ctx: Ctx, wanted: string | undefined): Promise<string> {
  if (wanted && wanted !== ctx.actor.organisationId) await ctx.authorise('exports.takeInputFile', { organisationId: wanted })
  else await ctx.authorise('exports.takeInputFile', 'own part')
  return wanted ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id ?? ''
}

async function membersOf(ctx: Ctx, organisationId: string, on: Input['asOf'] & string): Promise<InputFileMember[]> {
  const known = await knownMembers(ctx.db, organisationId, on)
  if (known.length > MOST_MEMBERS) throw tooManyForInputFile(known.length, MOST_MEMBERS)
  const births = await birthRegistrationsOn(ctx.db, known.map(({ personId }) => personId), on)
  const byCellAndName = known.map((person) => ({ person, key: `${person.cellCode ?? ''} ${person.cellFullName}\n${nameSortKey(person.fullName)}` }))
  return byCellAndName.toSorted((a, b) => vietnameseOrder(a.key, b.key) || (a.person.personId < b.person.personId ? -1 : 1))
    .map(({ person }) => ({ ...person, birthRegistration: births.get(person.personId) ?? null, exemptFrom: person.statusSince }))
}

/**
 * The national input file 4.0 of a cell or a grassroots organisation on a day. It opens the identity numbers, ethnic group and religion of
 * everybody in it: who took it, when and why goes into the trail, where each of them finds it. Refuses `exports.tooManyForInputFile`.
 */
export async function exportInputFile(ctx: Ctx, { organisationId: wanted, asOf, reason }: Input): Promise<FileAnswer> {
  const on = asOf ?? ctx.today
  const organisationId = await placeAsked(ctx, wanted)
  const members = await membersOf(ctx, organisationId, on)
  const number = await recordExport(ctx, {
    event: 'exports.inputFileTaken', subject: { type: 'organisation', id: organisationId }, organisationId,
    facts: { list: words.list, asOf: on, reason, rows: members.length, people: members.map(({ personId }) => personId) },
  })
  const foot = takenBy(ctx, number)
  const file = await writeInputFile({ members, on, isPast: on !== ctx.today, moment: momentWritten(ctx).split(', ').toReversed().join(' '), foot, madeBy: ctx.actor.name })
  return new FileAnswer(file, XLSX, words.fileName.replace('{day}', on), 'attachment', { number, rows: members.length })
}
