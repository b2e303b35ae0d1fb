import { fillIn } from '../../../platform/words.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { findInstrument, shortTitle } from '../../../regulations/index.ts'
import type { auditContract } from '../contract.ts'
import { factNames, trailWords } from '../messages.vi.ts'
import type { Names, TrailWords } from '../ports.ts'
import { listTrail, type TrailRow } from '../queries/trail.ts'

const spoken = (value: unknown): string | undefined => {
  if (value === null || value === undefined || value === '' || typeof value === 'object' && !Array.isArray(value)) return undefined
  return fillIn('{value}', { value })
}

const detailsOf = (facts: TrailRow['facts']) =>
  Object.entries(facts).flatMap(([name, value]) => {
    const label = factNames[name]
    const said = label && spoken(value)
    return said ? [{ label, value: said }] : []
  })

/** A clause as people name it: the paper by its number, without a clause where no source printed one. */
function clauseText({ instrument, clause }: TrailRow['citations'][number]): string {
  const paper = findInstrument(instrument)
  return [paper ? shortTitle(paper) : instrument, clause].filter(Boolean).join(', ')
}

function shown(row: TrailRow, { events, looks, roleNames }: TrailWords, names: Names) {
  return {
    number: row.number, at: new Date(row.at).toISOString(), by: row.by || trailWords.theProgram, role: roleNames[row.role] ?? trailWords.noRole,
    event: row.event, title: events[row.event] ?? row.event, isLook: looks.includes(row.event),
    personId: row.personId, personName: names.people.get(row.personId ?? '') ?? null,
    organisationId: row.organisationId, organisation: names.organisations.get(row.organisationId ?? '') ?? null,
    details: detailsOf(row.facts), clauses: [...new Set(row.citations.map(clauseText))],
  }
}

const present = (ids: readonly (string | null | undefined)[]) => [...new Set(ids.filter((id): id is string => !!id))]

/**
 * What was done and looked at within the actor's part, newest first; with `personId` everything about one person, who must lie in the part.
 * Days are those of Việt Nam, both inclusive.
 */
export const listEntriesWith = (words: TrailWords) =>
  async function listEntries(ctx: Ctx, input: InputOf<typeof auditContract.listEntries>) {
    const { personId } = input
    await ctx.authorise('audit.readEntries', personId ? { personId } : 'own part')
    const { rows, total } = await listTrail(ctx.db, input, words.looks)
    const names = await words.namesOf(ctx, { people: present([personId, ...rows.map((row) => row.personId)]), organisations: present(rows.map((row) => row.organisationId)) })
    return { rows: rows.map((row) => shown(row, words, names)), total, person: personId ? { id: personId, name: names.people.get(personId) ?? '' } : null }
  }
