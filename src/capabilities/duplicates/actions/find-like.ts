import { fold, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import type { duplicatesContract } from '../contract.ts'
import { alikeWords, bornUnknown, partInWords } from '../messages.vi.ts'
import { likenessOf, type ComparedFacts, type Likeness } from '../model.ts'
import { factsOf, listLikePeople, listLikePerson } from '../queries/candidates.ts'
import { linesOf, type RecordLine } from '../queries/records.ts'
import { likenessSettings } from '../settings.ts'

const MOST_COMPARED = 300
const MOST_SHOWN = 5

/** Somebody who is not in the register yet, as far as it is told. */
type Described = Partial<Omit<ComparedFacts, 'fullName'>> & { readonly fullName: string }

type Alike = RecordLine & Likeness & { readonly isStrong: boolean }

const blank: Omit<ComparedFacts, 'fullName'> = { otherNames: [], sex: null, bornOn: null, identityNumbers: [], cardNumbers: [], phone: null, nativePlace: null, cellId: null, father: null, mother: null }

/**
 * Who within the actor's part may be the person described, the likeliest first; a question to whoever writes the person down, never an
 * answer. The caller has authorised.
 */
async function peopleLike(ctx: Ctx, described: Described): Promise<Alike[]> {
  const wanted: ComparedFacts = { ...blank, ...described }
  const asked = { names: [wanted.fullName, ...wanted.otherNames].map(fold), born: wanted.bornOn, numbers: [...wanted.identityNumbers, ...wanted.cardNumbers] }
  const facts = await factsOf(ctx.db, await listLikePerson(ctx.db, asked, MOST_COMPARED))
  const [alike = []] = await weighed(ctx, [{ wanted, facts }])
  return alike
}

type Weighing = { readonly wanted: ComparedFacts; readonly facts: ReadonlyMap<string, ComparedFacts> }

/** Of each set of candidates those who are alike enough to be asked about, the likeliest first. */
async function weighed(ctx: Ctx, all: readonly Weighing[]): Promise<Alike[][]> {
  const best = all.map(({ wanted, facts }) => {
    const found = [...facts].map(([id, each]) => ({ id, ...likenessOf(wanted, each) })).filter(({ score }) => score >= likenessSettings.shown)
    return found.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id)).slice(0, MOST_SHOWN)
  })
  const ids = best.flatMap((each) => each.map(({ id }) => id))
  const lines = ids.length > 0 ? await linesOf(ctx.db, ids, ctx.today) : new Map<string, RecordLine>()
  return best.map((each) => each.flatMap(({ id, score, parts }) => {
    const line = lines.get(id)
    return line ? [{ ...line, score, parts, isStrong: score >= likenessSettings.strong }] : []
  }))
}

/** Somebody of the register whom a line of a list is like: who, and in words why. */
export type AlikePerson = { readonly personId: string; readonly words: string }

/**
 * For each of the people a list describes, by their order, whom of the actor's part they may be, the likeliest first: a question to whoever takes
 * the list in. All are asked about at once. The caller has authorised.
 */
export async function alikeOfEach(ctx: Ctx, described: readonly Described[]): Promise<AlikePerson[][]> {
  if (described.length === 0) return []
  const wanted = described.map((each): ComparedFacts => ({ ...blank, ...each }))
  const candidates = await listLikePeople(ctx.db, wanted)
  const facts = await factsOf(ctx.db, [...new Set([...candidates.values()].flat())])
  const known = (at: number) => new Map((candidates.get(at) ?? []).flatMap((id) => { const each = facts.get(id); return each ? [[id, each] as const] : [] }))
  const found = await weighed(ctx, wanted.map((each, at) => ({ wanted: each, facts: known(at) })))
  return found.map((alike) => alike.map((each) => ({ personId: each.personId, words: inWords(each) })))
}

const inWords = ({ fullName: name, bornOn: born, cell, parts }: Alike): string => fillIn(alikeWords, {
  name, born: born ? formatUncertainDate(born as UncertainDate) : bornUnknown, cell, why: parts.filter(({ points }) => points > 0).map(partInWords).join('; '),
})

type Newcomer = { readonly fullName: string; readonly otherName?: string | null | undefined; readonly sex?: string | null | undefined; readonly bornOn?: string | null | undefined; readonly nativePlace?: string | null | undefined; readonly phone?: string | null | undefined; readonly cellId: string }

/** The same in words, for the question that a form asks: who, where, and why. */
export async function alikeInWords(ctx: Ctx, { fullName, otherName, sex, bornOn, nativePlace, phone, cellId }: Newcomer): Promise<string[]> {
  const found = await peopleLike(ctx, { fullName, otherNames: otherName ? [otherName] : [], sex: sex ?? null, bornOn: bornOn ?? null, nativePlace: nativePlace ?? null, phone: phone ?? null, cellId })
  return found.map(inWords)
}

/** The same as a reading, for the forms in which somebody is written down. */
export async function findLike(ctx: Ctx, input: InputOf<typeof duplicatesContract.findLike>): Promise<AnswerOf<typeof duplicatesContract.findLike>> {
  await ctx.authorise('duplicates.ask', 'own part')
  const found = await peopleLike(ctx, {
    fullName: input.fullName, otherNames: input.otherName ? [input.otherName] : [], bornOn: input.bornOn ?? null, identityNumbers: input.identityNumber ? [input.identityNumber] : [],
    cardNumbers: input.cardNumber ? [input.cardNumber] : [], nativePlace: input.nativePlace ?? null,
  })
  return { rows: found.map((each) => ({ ...each, parts: [...each.parts] })) }
}
