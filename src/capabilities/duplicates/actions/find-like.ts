import { fold, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import type { duplicatesContract } from '../contract.ts'
import { alikeWords, bornUnknown, partInWords } from '../messages.vi.ts'
import { likenessOf, type ComparedFacts, type Likeness } from '../model.ts'
import { factsOf, listLikePerson } from '../queries/candidates.ts'
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
  const found = [...facts].map(([id, each]) => ({ id, ...likenessOf(wanted, each) })).filter(({ score }) => score >= likenessSettings.shown)
  const best = found.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id)).slice(0, MOST_SHOWN)
  const lines = await linesOf(ctx.db, best.map(({ id }) => id), ctx.today)
  return best.flatMap(({ id, score, parts }) => {
    const line = lines.get(id)
    return line ? [{ ...line, score, parts, isStrong: score >= likenessSettings.strong }] : []
  })
}

type Newcomer = { readonly fullName: string; readonly otherName?: string | null | undefined; readonly sex?: string | null | undefined; readonly bornOn?: string | null | undefined; readonly nativePlace?: string | null | undefined; readonly phone?: string | null | undefined; readonly cellId: string }

/** The same in words, for the question that a form asks: who, where, and why. */
export async function alikeInWords(ctx: Ctx, { fullName, otherName, sex, bornOn, nativePlace, phone, cellId }: Newcomer): Promise<string[]> {
  const found = await peopleLike(ctx, { fullName, otherNames: otherName ? [otherName] : [], sex: sex ?? null, bornOn: bornOn ?? null, nativePlace: nativePlace ?? null, phone: phone ?? null, cellId })
  return found.map(({ fullName: name, bornOn: born, cell, parts }) => fillIn(alikeWords, {
    name, born: born ? formatUncertainDate(born as UncertainDate) : bornUnknown, cell, why: parts.filter(({ points }) => points > 0).map(partInWords).join('; '),
  }))
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
