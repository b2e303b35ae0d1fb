import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx, Db } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { Group, Reason } from '../codes.ts'
import type { searchContract } from '../contract.ts'
import {
  findKnownWords, listDecisions, listFilesFitting, listOrganisationsFitting, listPeopleByNumber, listPeopleFitting, type FileRow, type FoundPerson, type OrganisationRow,
} from '../queries/finds.ts'
import { decisionStart, digitsOf, exactQueries, nearCandidates, nearQueries, searchWords, wordsFit } from '../words.ts'

type Input = InputOf<typeof searchContract.findAnything>
type Answer = AnswerOf<typeof searchContract.findAnything>
type PersonAnswer = Answer['people']['rows'][number]

/** What was typed, made into what the indexes are asked. */
type Asked = { readonly text: string; readonly words: readonly string[]; readonly exact: readonly string[]; readonly most: number; readonly on: PlainDate }

const nothing = { rows: [], total: 0 }

export const personAnswer = ({ cellId: _, cardNumber, ...person }: FoundPerson, why: Reason, near = false): PersonAnswer =>
  ({ ...person, cardNumber: why === 'card' ? cardNumber : null, why, near })

async function findPeople(db: Db, asked: Asked): Promise<Answer['people']> {
  const digits = digitsOf(asked.text)
  if (digits) {
    const rows = await listPeopleByNumber(db, { cards: [...new Set([digits, asked.text])], last4: digits.length === 4 ? digits : undefined }, asked.most, asked.on)
    return { rows: rows.map(({ person, reason }) => personAnswer(person, reason)), total: rows.length }
  }
  if (asked.exact.length === 0) return nothing
  const exact = await listPeopleFitting(db, asked.exact, { counted: asked.exact.length, most: asked.most, on: asked.on })
  const why = (person: FoundPerson): Reason => (wordsFit(asked.words, person.fullName) ? 'name' : 'otherName')
  return { rows: exact.rows.map(({ person }) => personAnswer(person, why(person))), total: exact.total }
}

async function findOrganisations(db: Db, asked: Asked): Promise<Answer['organisations']> {
  const codeStart = /^\d[\d.]*$/.test(asked.text) ? asked.text : undefined
  const words = asked.exact.at(-1)
  return organisationsAnswer(await listOrganisationsFitting(db, words ? [words] : [], codeStart, asked.most, asked.on))
}

const organisationsAnswer = (rows: readonly OrganisationRow[], near = false): Answer['organisations'] => ({
  rows: rows.map(({ tier: _, total: _total, byCode, ...row }) => ({ ...row, why: byCode ? 'code' : row.formerName ? 'formerName' : 'name', near })),
  total: near ? 0 : (rows[0]?.total ?? 0),
})

async function findFiles(db: Db, asked: Asked): Promise<Answer['files']> {
  return asked.exact.length === 0 || digitsOf(asked.text) ? nothing : filesAnswer(await listFilesFitting(db, [asked.exact.at(-1)!], asked.most, asked.on))
}

const filesAnswer = (rows: readonly FileRow[], near = false): Answer['files'] => ({
  rows: rows.map(({ tier: _, total: _total, closedOn, ...row }) => ({ ...row, isOpen: closedOn === null, near })), total: near ? 0 : (rows[0]?.total ?? 0),
})

async function findDecisions(db: Db, asked: Asked): Promise<Answer['decisions']> {
  const start = decisionStart(asked.text)
  if (!start) return nothing
  const rows = await listDecisions(db, start, asked.most, asked.on)
  return {
    rows: rows.map(({ total: _, caseId, caseKind, ...row }) => ({ ...row, file: caseId && caseKind ? { id: caseId, kind: caseKind } : null })),
    total: rows[0]?.total ?? 0,
  }
}

const FEW = 8
const isEmpty = ({ rows }: { rows: readonly unknown[] }) => rows.length === 0

/** Adds what is one letter off: people when few fit and no organisation does; organisations and files when nothing fits at all. */
async function withNearOnes(db: Db, asked: Asked, exact: Answer, wanted: (group: Group) => boolean): Promise<Answer> {
  const { people, organisations, files, decisions } = exact
  if (people.rows.length >= Math.min(asked.most, FEW) || !isEmpty(organisations) || digitsOf(asked.text)) return exact
  const candidates = nearCandidates(asked.words)
  const queries = candidates.length ? nearQueries(asked.words, await findKnownWords(db, candidates)) : []
  if (queries.length === 0) return exact
  const near = wanted('people') ? { ...people, rows: [...people.rows, ...(await findNearPeople(db, asked, queries, people.rows))] } : people
  if (![people, organisations, files, decisions].every(isEmpty)) return { ...exact, people: near }
  return {
    ...exact, people: near,
    organisations: wanted('organisations') ? organisationsAnswer(await listOrganisationsFitting(db, queries, undefined, asked.most, asked.on), true) : organisations,
    files: wanted('files') ? filesAnswer(await listFilesFitting(db, queries, asked.most, asked.on), true) : files,
  }
}

async function findNearPeople(db: Db, asked: Asked, queries: readonly string[], exact: readonly PersonAnswer[]): Promise<PersonAnswer[]> {
  const most = Math.min(asked.most, FEW)
  const shown = new Set(exact.map(({ id }) => id))
  const { rows } = await listPeopleFitting(db, queries, { counted: 0, most: most + shown.size, on: asked.on })
  return rows.filter(({ person }) => !shown.has(person.id)).slice(0, most - shown.size).map(({ person }) => personAnswer(person, 'name', true))
}

/**
 * People, organisations, files and decisions by what was typed: words of names in any order, with or without marks, each perhaps only begun;
 * card number; last four digits of the identity number; code; decision number. What is one letter off stands after what fits and is marked.
 * Only what lies in one's part; totals count what fits, at most 1001. Whole identity numbers are not looked at: see `findByNumber`.
 */
export async function findAnything(ctx: Ctx, input: Input): Promise<Answer> {
  await ctx.authorise('search.findAnything', 'own part')
  const asked: Asked = { text: input.q, words: searchWords(input.q), exact: exactQueries(input.q), most: input.size, on: ctx.today }
  const wanted = (group: Group) => !input.group || input.group === group
  const exact: Answer = {
    asOf: ctx.today,
    people: wanted('people') ? await findPeople(ctx.db, asked) : nothing,
    organisations: wanted('organisations') ? await findOrganisations(ctx.db, asked) : nothing,
    files: wanted('files') ? await findFiles(ctx.db, asked) : nothing,
    decisions: wanted('decisions') ? await findDecisions(ctx.db, asked) : nothing,
  }
  return withNearOnes(ctx.db, asked, exact, wanted)
}
