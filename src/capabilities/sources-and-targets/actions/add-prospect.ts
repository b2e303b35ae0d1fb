import { newId, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { addPerson, findMembershipOn, loadPerson, moveKeeper } from '../../members/index.ts'
import { nameOn } from '../queries/names.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { followedAlready, memberCannotBeFollowed, personAlike, personKnown, personMissing } from '../errors.ts'
import type { FindAlike } from '../ports.ts'
import { findOpenProspect, insertProspect, listLike } from '../queries/prospects.ts'
import { loadCellOn, refuseBeforeBirth, refuseFuture } from './checks.ts'

type Input = InputOf<typeof sourcesAndTargetsContract.addProspect>

/**
 * A cell begins to follow somebody. A person who is not known yet is added with what the forms ask, and belongs to the cell.
 * Refuses a member (`memberCannotBeFollowed`), somebody who is followed (`followedAlready`), and a name and birth that are known
 * already (`personKnown`), or who looks like somebody within the part (`personAlike`), unless the caller says it is another person.
 */
export const addProspectAsking = (findAlike: FindAlike) => async function addProspect(ctx: Ctx, input: Input) {
  await ctx.authorise('sourcesAndTargets.keepSources', { organisationId: input.cellId })
  const openedOn = input.openedOn ?? ctx.today
  refuseFuture(ctx, openedOn)
  const cell = await loadCellOn(ctx, input.cellId, openedOn)
  const personId = input.personId ? await takeKnown(ctx, input.personId, openedOn) : await addNew(ctx, input, findAlike)
  refuseBeforeBirth((await loadPerson(ctx.db, personId)).bornOn, openedOn)
  if (input.personId) await moveKeeper(ctx.db, personId, cell.id)
  const id = newId()
  await insertProspect(ctx.db, { ...input, id, personId, openedOn })
  await ctx.audit({
    event: 'sourcesAndTargets.prospectAdded', subject: { type: 'prospect', id }, personId, organisationId: cell.id,
    facts: { openedOn, resolution: input.resolution ?? null, unionCode: input.unionCode ?? null },
  })
  return { id, personId }
}

async function takeKnown(ctx: Ctx, personId: string, openedOn: PlainDate): Promise<string> {
  const person = await loadPerson(ctx.db, personId)
  const memberOn = (day: PlainDate) => findMembershipOn(ctx.db, personId, day)
  if ((await memberOn(openedOn)) ?? (await memberOn(ctx.today))) throw memberCannotBeFollowed(person.fullName)
  const open = await findOpenProspect(ctx.db, personId)
  if (open) throw followedAlready(person.fullName, await nameOn(ctx.db, open.cellId, ctx.today), open.openedOn)
  return personId
}

async function addNew(ctx: Ctx, { person, cellId, isAnother }: Input, findAlike: FindAlike): Promise<string> {
  if (!person) throw personMissing()
  const [known] = isAnother ? [] : await listLike(ctx.db, person.fullName, person.bornOn, ctx.today)
  if (known) throw personKnown(known.fullName, known.bornOn, known.cellName ?? '', known.id)
  const alike = isAnother ? [] : await findAlike(ctx, { ...person, cellId })
  if (alike.length > 0) throw personAlike(alike)
  return (await addPerson(ctx, { ...person, keeperId: cellId })).id
}
