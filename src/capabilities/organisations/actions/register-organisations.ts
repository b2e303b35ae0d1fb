import { addDays, newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { firstRuledDay } from '../../../regulations/index.ts'
import { codeTwice, registerNotReadable, topNameMissing } from '../errors.ts'
import { isResidentialName, shortNameOf, topTypeOf } from '../model.ts'
import { isCellByName, reasonsOfFormerNames } from '../names.vi.ts'
import { changeVersion, insertAct, insertOrganisations, type ActKind, type NewOrganisation, type NewVersion } from '../queries/changes.ts'
import { findTop, rebuildClosure, type Organisation } from '../queries/organisations.ts'
import { registerShape, type Register } from '../register.ts'

export type RegisterOptions = {
  /** Name of the organisation above all, when there is none yet and the register does not say. */
  readonly topName?: string | undefined
  /** First day on which the register's tree is taken as true; the first day the rules know, when not said. */
  readonly since?: PlainDate | undefined
}

export type RegisterReport = {
  readonly topId: string
  readonly added: number
  readonly same: number
  /** Organisations that stand otherwise in the tree; a register changes nothing that a decision must change. */
  readonly different: readonly { readonly code: string; readonly here: string; readonly inRegister: string }[]
}

type Entry = Register['organisations'][number]
type Named = { code: string; name: string; formerNames: Entry['formerNames'] }
type Known = { id: string; name: string }

const kindOfReason = (reason: string | undefined): ActKind =>
  (['renaming', 'merger', 'split'] as const).find((kind) => reasonsOfFormerNames[kind] === reason) ?? 'renaming'

/** The register as read; refuses what is not one. */
export function readRegister(content: unknown): Register {
  const parsed = registerShape.safeParse(content)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw registerNotReadable(`${issue!.path.join('.')} ${issue!.message}`.trim())
  }
  const codes = new Set<string>()
  for (const { code } of parsed.data.organisations.flatMap((each) => [each, ...each.cells])) {
    if (codes.has(code)) throw codeTwice(code)
    codes.add(code)
  }
  return parsed.data
}

async function addTop(ctx: Ctx, name: string, code: string | null, since: PlainDate): Promise<string> {
  const id = newId()
  const actId = await insertAct(ctx.db, { kind: 'founding', effectiveOn: since })
  await insertOrganisations(ctx.db, [{ id, parentId: null, foundedOn: since, versions: [
    { name, shortName: shortNameOf(name), type: topTypeOf(name), code, areaKind: null, adminUnitCode: null, residential: false, from: since, until: null, actId }] }])
  await rebuildClosure(ctx.db)
  return id
}

/** The organisation above all; founded under the given name in an empty installation. For the caller that authorised and writes the trail. */
export async function ensureTopOrganisation(ctx: Ctx, name: string, since: PlainDate = firstRuledDay): Promise<string> {
  const top = await findTop(ctx.db, ctx.today)
  return top?.id ?? addTop(ctx, name, null, since)
}

/** Beginning that all codes share: the code of the organisation above them. */
function sharedCode(register: Register): string | null {
  const shared = register.organisations.map(({ code }) => code.split('.').slice(0, -1).join('.'))
  return shared[0] && shared.every((each) => each === shared[0]) ? shared[0] : null
}

async function takeTop(ctx: Ctx, register: Register, topName: string | undefined, since: PlainDate): Promise<string> {
  const name = register.top?.name ?? topName
  const code = register.top?.code ?? sharedCode(register)
  const top = await findTop(ctx.db, ctx.today)
  if (!top && !name) throw topNameMissing()
  if (!top) return addTop(ctx, name!, code, since)
  if (top.code === null) await nameTop(ctx, top, name, code)
  return top.id
}

/** An organisation made for the first user had a provisional name and no code. */
async function nameTop(ctx: Ctx, top: Organisation, name: string | undefined, code: string | null): Promise<void> {
  const actId = await insertAct(ctx.db, { kind: 'register', effectiveOn: top.foundedOn })
  const named = name ? { name, shortName: shortNameOf(name), type: topTypeOf(name) } : {}
  await changeVersion(ctx.db, top.id, top.foundedOn, { ...named, ...(code ? { code } : {}) }, actId)
}

/** Names over time, oldest first: a former name until its last day, then the next one. */
async function versionsOf(ctx: Ctx, entry: Named, about: Pick<NewVersion, 'type' | 'areaKind' | 'adminUnitCode' | 'residential'>, since: PlainDate, actId: string): Promise<NewVersion[]> {
  const versions: NewVersion[] = []
  let from = since
  let act = actId
  for (const former of entry.formerNames.toSorted((a, b) => (a.validTo < b.validTo ? -1 : 1))) {
    const next = addDays(former.validTo, 1)
    if (next <= from) continue
    versions.push({ ...about, name: former.name, shortName: shortNameOf(former.name), code: entry.code, from, until: next, actId: act })
    act = await insertAct(ctx.db, { kind: kindOfReason(former.reason), effectiveOn: next, note: `${former.name} → ${entry.name}` })
    from = next
  }
  versions.push({ ...about, name: entry.name, shortName: shortNameOf(entry.name), code: entry.code, from, until: null, actId: act })
  return versions
}

async function knownByCode(ctx: Ctx): Promise<Map<string, Known>> {
  const rows = await ctx.db.rows<Known & { code: string }>(sql`
    select organisation_id as id, name, code from organisations.version where superseded_at is null and code is not null and valid_during @> ${ctx.today}::date`)
  return new Map(rows.map(({ code, ...known }) => [code, known]))
}

const grassrootsTypeOf = ({ name, cells }: Entry) => (cells.length === 0 && isCellByName(name) ? 'CB_CO_SO' : 'DB_CO_SO')

/**
 * Takes a register of organisations into the tree: adds those whose code is not known, changes nothing else; the same register twice adds
 * nothing. In an empty installation it also founds the organisation above all. A cell that came out of a split or a merger stands under
 * its former name before that day. Refuses `organisations.registerNotReadable`, `organisations.codeTwiceInRegister`, `organisations.topNameMissing`.
 */
export async function registerOrganisations(ctx: Ctx, content: unknown, options: RegisterOptions = {}): Promise<RegisterReport> {
  await ctx.authorise('organisations.register', 'own part')
  const register = readRegister(content)
  const since = options.since ?? firstRuledDay
  const topId = await takeTop(ctx, register, options.topName, since)
  const known = await knownByCode(ctx)
  const added: NewOrganisation[] = []
  const different: RegisterReport['different'][number][] = []
  const actId = newId()

  const place = async (entry: Named, parentId: string, about: Pick<NewVersion, 'type' | 'areaKind' | 'adminUnitCode' | 'residential'>): Promise<string> => {
    const there = known.get(entry.code)
    if (there) {
      if (there.name !== entry.name) different.push({ code: entry.code, here: there.name, inRegister: entry.name })
      return there.id
    }
    const id = newId()
    added.push({ id, parentId, foundedOn: since, versions: await versionsOf(ctx, entry, about, since, actId) })
    return id
  }

  let total = 0
  for (const entry of register.organisations) {
    const areaKind = entry.kind ?? null
    const grassrootsId = await place(entry, topId, { type: grassrootsTypeOf(entry), areaKind, adminUnitCode: entry.commune ?? null, residential: false })
    for (const cell of entry.cells)
      await place(cell, grassrootsId, { type: 'CHI_BO', areaKind, adminUnitCode: entry.commune ?? null, residential: isResidentialName(cell.name) })
    total += 1 + entry.cells.length
  }
  if (added.length) {
    await insertAct(ctx.db, { id: actId, kind: 'register', effectiveOn: since })
    await insertOrganisations(ctx.db, added)
    await rebuildClosure(ctx.db)
  }
  const same = total - added.length - different.length
  await ctx.audit({ event: 'organisations.registered', subject: { type: 'organisation', id: topId }, organisationId: topId, facts: { added: added.length, same, different } })
  return { topId, added: added.length, same, different }
}
