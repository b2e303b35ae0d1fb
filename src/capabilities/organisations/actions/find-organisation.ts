import { addDays, daysBetween, type PlainDate } from '../../../kernel/index.ts'
import { seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { organisationsContract } from '../contract.ts'
import { actNames, organisationTypeNames } from '../messages.vi.ts'
import { fewestFullMembers, isCell, isGrassroots, mayStandUnder, TERM_WARNING_DAYS } from '../model.ts'
import type { PeopleOfOrganisations } from '../people.ts'
import { committeeOf, listCommittees, type Committee } from '../queries/committees.ts'
import { lineAbove, loadOrganisation } from '../queries/organisations.ts'
import { listActs, listCellsBelow, listFormerNames, listLevel } from '../queries/tree.ts'
import { sumOf } from './list-tree.ts'

type Input = InputOf<typeof organisationsContract.findOrganisation>
type Answer = AnswerOf<typeof organisationsContract.findOrganisation>

const shownCommittee = ({ organisationId: _o, termFrom, termUntil, ...committee }: Committee) =>
  ({ ...committee, from: termFrom, lastDay: termUntil ? addDays(termUntil, -1) : null })

async function peopleBelow(ctx: Ctx, people: PeopleOfOrganisations, id: string, { on, knownAt }: Seen) {
  const cells = await listCellsBelow(ctx.db, [id], { on, knownAt })
  if (!(await people.mayCount(ctx.db, id))) return { cells: cells.length, figures: null, tooSmall: [] }
  const asked = { organisationId: id, on, knownAt }
  const counted = new Map((await people.countByCell(ctx.db, asked)).map((each) => [each.cellId, each]))
  const least = counted.size ? fewestFullMembers(on) : 0
  const tooSmall = cells.map((cell) => ({ id: cell.cellId, name: cell.name, full: counted.get(cell.cellId)?.full ?? 0 })).filter((cell) => cell.full < least)
  return { cells: cells.length, figures: { ...sumOf([...counted.values()]), ...(await people.ageAndAdmission(ctx.db, asked)) }, tooSmall }
}

function alertsOf(on: PlainDate, committee: Committee | undefined, tooSmall: { id: string; name: string; full: number }[]): Answer['alerts'] {
  const alerts: Answer['alerts'] = tooSmall.length ? [{ kind: 'tooFewFullMembers', required: fewestFullMembers(on), cells: tooSmall }] : []
  const lastDay = committee?.termUntil ? addDays(committee.termUntil, -1) : undefined
  const daysLeft = lastDay ? daysBetween(on, lastDay) : Infinity
  if (lastDay && daysLeft <= TERM_WARNING_DAYS) alerts.push({ kind: 'termEnding', committee: committee!.termName, lastDay, daysLeft })
  return alerts
}

/** Everything about one organisation on a day. Refuses `organisations.notFound` outside one's part, before its founding and after its end. */
export const findOrganisationPage = (people: PeopleOfOrganisations) => async (ctx: Ctx, input: Input): Promise<Answer> => {
  const { id } = input
  await ctx.authorise('organisations.read', { organisationId: id })
  const seen = seenBy(ctx, input)
  const { on, knownAt } = seen
  const { parentId: _p, ...organisation } = await loadOrganisation(ctx.db, id, on, knownAt)
  const committees = await listCommittees(ctx.db, id, knownAt)
  // A term that ran out without a congress is still the one to show and to urge.
  const running = (await committeeOf(ctx.db, id, on, knownAt)) ?? committees.find((each) => each.termFrom <= on)
  const { cells, figures, tooSmall } = await peopleBelow(ctx, people, id, seen)
  const place = { organisationId: id }
  return {
    ...organisation, asOf: on, cells, figures,
    children: (await listLevel(ctx.db, id, seen)).length - 1,
    line: (await lineAbove(ctx.db, id, on, knownAt)).filter((each) => each.depth > 0).map(({ id, name, shortName, type, depth }) => ({ id, name, shortName, type, depth })),
    formerNames: await listFormerNames(ctx.db, id, seen),
    acts: (await listActs(ctx.db, id, seen)).map((act) => ({ ...act, kindName: actNames[act.kind] ?? act.kind })),
    committee: running ? shownCommittee(running) : null,
    committees: committees.filter((each) => each.termFrom <= on).map(shownCommittee),
    posts: [...(await people.postsOf(ctx.db, { organisationId: id, ...seen }))],
    alerts: alertsOf(on, running, tooSmall),
    isCell: isCell(organisation.type),
    foundable: Object.keys(organisationTypeNames).filter((type) => mayStandUnder(type, organisation.type)),
    may: {
      recordCommittee: await ctx.may('organisations.recordCommittee', place),
      authoriseAdmission: isGrassroots(organisation.type) && !isCell(organisation.type) && (await ctx.may('organisations.authoriseAdmission', place)),
      found: await ctx.may('organisations.found', place),
    },
  }
}
