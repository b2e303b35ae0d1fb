import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx, Db } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { Group, Reason } from '../codes.ts'
import type { searchContract } from '../contract.ts'
import { findKnownWords, listDecisions, listFilesFitting, listOrganisationsFitting, listPeopleByNumber, listPeopleFitting, type FoundPerson } from '../queries/finds.ts'
import { decisionStart, digitsOf, exactQueries, nearCandidates, nearQueries, searchWords, wordsFit } from '../words.ts'

type Input = InputOf<typeof searchContract.findAnything>
type Answer = AnswerOf<typeof searchContract.findAnything>
type PersonAnswer = Answer['people']['rows'][number]

/** What was typed, made into what the indexes are asked. */
type Asked = { readonly text: string; readonly words: readonly string[]; readonly exact: readonly string[]; near: () => Promise<readonly string[]>; readonly most: number; readonly on: PlainDate }

const nothing = { rows: [], total: 0 }

export const personAnswer = ({ cellId: _, cardNumber, ...person }: FoundPerson, why: Reason, near = false): PersonAnswer =>
  ({ ...person, cardNumber: why === 'card' ? cardNumber : null, why, near })

/** Names are asked for near ones only when what was typed fits too few; the words known are looked up once. */
function askedOf(db: Db, { q, size }: Input, on: PlainDate): Asked {
  const words = searchWords(q)
  let near: Promise<readonly string[]> | undefined
  const findNear = async () => {
    const candidates = nearCandidates(words)
    return candidates.length ? nearQueries(words, await findKnownWords(db, candidates)) : []
  }
  return { text: q, words, exact: exactQueries(q), near: () => (near ??= findNear()), most: size, on }
}

async function findPeople(db: Db, asked: Asked): Promise<Answer['people']> {
  const digits = digitsOf(asked.text)
  if (digits) {
    const rows = await listPeopleByNumber(db, { cards: [...new Set([digits, asked.text])], last4: digits.length === 4 ? digits : undefined }, asked.most, asked.on)
    return { rows: rows.map(({ person, reason }) => personAnswer(person, reason)), total: rows.length }
  }
  if (asked.exact.length === 0) return nothing
  const exact = await listPeopleFitting(db, asked.exact, { counted: asked.exact.length, most: asked.most, on: asked.on })
  const why = (person: FoundPerson): Reason => (wordsFit(asked.words, person.fullName) ? 'name' : 'otherName')
  const rows = exact.rows.map(({ person }) => personAnswer(person, why(person)))
  return { rows: [...rows, ...(await findNearPeople(db, asked, rows))], total: exact.total }
}

const FEW = 8

async function findNearPeople(db: Db, asked: Asked, exact: readonly PersonAnswer[]): Promise<PersonAnswer[]> {
  const wanted = Math.min(asked.most, FEW) - exact.length
  if (wanted <= 0) return []
  const queries = await asked.near()
  if (queries.length === 0) return []
  const shown = new Set(exact.map(({ id }) => id))
  const { rows } = await listPeopleFitting(db, queries, { counted: 0, most: wanted + shown.size, on: asked.on })
  return rows.filter(({ person }) => !shown.has(person.id)).slice(0, wanted).map(({ person }) => personAnswer(person, 'name', true))
}

async function findOrganisations(db: Db, asked: Asked): Promise<Answer['organisations']> {
  const codeStart = /^\d[\d.]*$/.test(asked.text) ? asked.text : undefined
  const words = asked.exact.at(-1)
  const exact = await listOrganisationsFitting(db, words ? [words] : [], codeStart, asked.most, asked.on)
  const isNear = exact.length === 0
  const rows = isNear && !codeStart ? await nearOnes(asked, (queries) => listOrganisationsFitting(db, queries, undefined, asked.most, asked.on)) : exact
  return {
    rows: rows.map(({ tier: _, total: _total, byCode, ...row }) => ({ ...row, why: byCode ? 'code' : row.formerName ? 'formerName' : 'name', near: isNear })),
    total: isNear ? 0 : (rows[0]?.total ?? 0),
  }
}

async function nearOnes<Row>({ near }: Asked, list: (queries: readonly string[]) => Promise<Row[]>): Promise<Row[]> {
  const queries = await near()
  return queries.length ? list(queries) : []
}

async function findFiles(db: Db, asked: Asked): Promise<Answer['files']> {
  if (asked.exact.length === 0 || digitsOf(asked.text)) return nothing
  const exact = await listFilesFitting(db, [asked.exact.at(-1)!], asked.most, asked.on)
  const isNear = exact.length === 0
  const rows = isNear ? await nearOnes(asked, (queries) => listFilesFitting(db, queries, asked.most, asked.on)) : exact
  return { rows: rows.map(({ tier: _, total: _total, closedOn, ...row }) => ({ ...row, isOpen: closedOn === null, near: isNear })), total: isNear ? 0 : (rows[0]?.total ?? 0) }
}

async function findDecisions(db: Db, asked: Asked): Promise<Answer['decisions']> {
  const start = decisionStart(asked.text)
  if (!start) return nothing
  const rows = await listDecisions(db, start, asked.most, asked.on)
  return {
    rows: rows.map(({ total: _, caseId, caseKind, ...row }) => ({ ...row, file: caseId && caseKind ? { id: caseId, kind: caseKind } : null })),
    total: rows[0]?.total ?? 0,
  }
}

/**
 * People, organisations, files and decisions by what was typed: words of names in any order, with or without marks, each perhaps only begun;
 * card number; last four digits of the identity number; code; decision number. What is one letter off stands after what fits and is marked.
 * Only what lies in one's part; totals count what fits, at most 1001. Whole identity numbers are not looked at: see `findByNumber`.
 */
export async function findAnything(ctx: Ctx, input: Input): Promise<Answer> {
  await ctx.authorise('search.findAnything', 'own part')
  const asked = askedOf(ctx.db, input, ctx.today)
  const wanted = (group: Group) => !input.group || input.group === group
  return {
    asOf: ctx.today,
    people: wanted('people') ? await findPeople(ctx.db, asked) : nothing,
    organisations: wanted('organisations') ? await findOrganisations(ctx.db, asked) : nothing,
    files: wanted('files') ? await findFiles(ctx.db, asked) : nothing,
    decisions: wanted('decisions') ? await findDecisions(ctx.db, asked) : nothing,
  }
}
