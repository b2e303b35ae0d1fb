import { z } from 'zod'
import { asOf, citation, count, day, id, line, operation, pageOf } from '../../platform/contract/index.ts'
import { missingReasons, tableBases } from '../../regulations/table-codes.ts'
import { lateLevels, nameMeasures, balanceItems, checkCodes, tableCodes, traitColumns, traits } from './codes.ts'
import { outlookContract } from './outlook-contract.ts'

const place = { organisation: line(40).optional(), organisationId: id.optional() }
const nothing = z.null()

const figures = z.object({
  asOf: day,
  /** Code of the organisation. */
  organisation: z.string(),
  grassrootsOrganisations: count, cells: count, members: count, probationary: count, women: count, ethnicMinority: count,
  /** Decisions of admission since the start of the term; absent where no term is known. */
  admittedInTerm: count.nullable(), termStart: day.nullable(), admissionTarget: count.nullable(),
  /** Never added up: people belong to several. */
  massOrganisations: z.array(z.object({ code: z.string(), total: count, nonMembers: count })),
})

const dashboard = z.object({
  asOf: day,
  organisation: z.object({ id, name: z.string(), shortName: z.string(), code: z.string().nullable() }),
  term: z.object({ name: z.string().nullable(), from: day, until: day.nullable() }).nullable(),
  admissions: z.object({
    target: count.nullable(), admitted: count, from: day,
    pace: z.object({ elapsedMonths: count, totalMonths: count, expected: count, behind: z.number().int() }).nullable(),
    byYear: z.array(z.object({ year: z.number().int(), from: day, until: day, admitted: count })),
    /** What is left to the target: people, months, a month; and how many a month it was in the last twelve. */
    remaining: z.object({ people: count, months: count, perMonth: z.number().nullable() }).nullable(),
    lastTwelveMonths: z.object({ from: day, admitted: count, perMonth: z.number() }),
  }).nullable(),
  members: z.object({ members: count, probationary: count, women: count, ethnicMinority: count, cells: count, grassrootsOrganisations: count }),
  /** Late work by the level that must act next; absent for a past day, because work is always that of today. */
  late: z.object({ total: count, byLevel: z.array(z.object({ level: z.enum(lateLevels), late: count })) }).or(nothing),
  furthestBehind: z.array(z.object({ organisationId: id, shortName: z.string(), target: count, admitted: count, behind: z.number().int() })),
  organisationsWithTarget: count,
  cells: z.object({ over24: count, twoTerms: count, twoTermsMonths: count, followingNobody: count, followed: count, classDone: count }),
  massOrganisations: z.array(z.object({ code: z.string(), total: count, nonMembers: count, followed: count, reviewedOn: day })),
})

const name = z.object({
  personId: id, fullName: z.string(), bornYear: z.number().int().nullable(), cellId: id, cellName: z.string(), aboveName: z.string().nullable(),
  status: z.string().nullable(), decidedOn: day.nullable(), decisionNumber: z.string().nullable(), recordedAt: z.string().nullable(),
})

const ofTable = { organisationId: id.optional(), until: day, knownAt: asOf.knownAt }
const ofPeriod = { ...ofTable, from: day }
const balance = z.record(z.enum(balanceItems), count)
const check = z.object({ code: z.enum(checkCodes), holds: z.boolean(), wrong: z.array(z.object({ where: z.string(), expected: z.number().int(), found: z.number().int() })) })
const trait = z.enum(traits)
const amounts = { members: count, women: count, ethnicMinority: count, probationary: count }
const inTable = name.extend({ item: z.string().nullable(), onDay: day.nullable() })
const people = z.object({ rows: z.array(inTable), total: count, /** In the number, but no longer in the reader's part. */ outsideReach: count })

/** A row as filled: `values` are what its numbers add up (empty text: what is not known); a row without numbers says why. */
const filledRow = z.object({ code: z.string(), values: z.array(z.string()), missing: z.enum(missingReasons).nullable(), numbers: z.array(count.nullable()) })

/** A filled table: its parts and, number by number, what the columns named in `columns` hold. */
export const filledTable = z.object({
  table: z.enum(tableCodes), base: z.enum(tableBases), source: citation, columns: z.array(z.string()),
  sections: z.array(z.object({ code: z.string(), by: z.string(), whole: z.boolean(), /** Its numbers open no names for this reader. */ namesCovered: z.boolean(), rows: z.array(filledRow) })), checks: z.array(check),
})

/** A number of a table, as its row and column say it. */
export const cellOfTable = { base: z.enum(tableBases), by: line(40), values: z.array(line(200)).max(200), column: line(40) }

const behind = z.object({
  personId: id.nullable(), fullName: z.string(), bornYear: z.number().int().nullable(), cellId: id, cellName: z.string(), aboveName: z.string().nullable(), value: z.string().nullable(), onDay: day,
})
export const peopleBehind = z.object({ rows: z.array(behind), total: count, /** In the number, but no longer in the reader's part. */ outsideReach: count })

export { tableCodes }

/** Figures on any day, as known at any moment, and the names behind them. */
export const statisticsContract = {
  ...outlookContract,
  findFigures: operation({ method: 'GET', path: '/figures', summary: 'The figures of an organisation on a day, in the published shape' })
    .input(z.object({ ...place, ...asOf }))
    .output(figures),
  findDashboard: operation({ method: 'GET', path: '/dashboard', summary: 'The overview of a term on one page' })
    .input(z.object({ ...place, ...asOf }))
    .output(dashboard),
  listNames: operation({ method: 'GET', path: '/figures/names', summary: 'The people behind a number: the same measure, place, day and moment give the same total' })
    .input(z.object({
      measure: z.enum(nameMeasures), ...place, ...asOf,
      /** For admissions: first and last day of the decisions; the term up to the day unless told. */
      from: day.optional(), until: day.optional(), ...pageOf,
    }))
    .output(z.object({ rows: z.array(name), total: count, /** In the number, but no longer in the reader's part. */ outsideReach: count, from: day.nullable(), until: day })),
  findBalance: operation({ method: 'GET', path: '/statistics/tables/1', summary: 'Table 1: increase and decrease of members in a period (both days inclusive), for an organisation and each part right below it' })
    .input(z.object(ofPeriod))
    .output(z.object({
      from: day, until: day, organisationId: id, name: z.string(), source: citation, whole: balance, parts: z.array(z.object({ organisationId: id, name: z.string(), balance })), checks: z.array(check),
    })),
  listBalancePeople: operation({ method: 'GET', path: '/statistics/tables/1/people', summary: 'The people behind a number of table 1' })
    .input(z.object({ ...ofPeriod, /** A part right below the organisation, as in its table. */ partId: id.optional(), item: z.enum(balanceItems), ...pageOf })).output(people),
  findComposition: operation({ method: 'GET', path: '/statistics/tables/3', summary: 'Table 3: the members of a day by what is known of them' })
    .input(z.object(ofTable))
    .output(z.object({
      until: day, organisationId: id, name: z.string(), source: citation, total: z.object(amounts),
      sections: z.array(z.object({ trait, /** Its numbers open no names for this reader. */ namesCovered: z.boolean(), rows: z.array(z.object({ /** Bands by their place, from 0; null: nothing is known. */ value: z.string().nullable(), ...amounts })) })), checks: z.array(check),
    })),
  listCompositionPeople: operation({ method: 'GET', path: '/statistics/tables/3/people', summary: 'The people behind a number of table 3' })
    .input(z.object({ ...ofTable, trait: z.enum([...traits, 'all']), value: line(200).optional(), among: z.enum(traitColumns), ...pageOf })).output(people),
  findTable: operation({ method: 'GET', path: '/statistics/tables', summary: 'An official table of an organisation, filled for a period (both days inclusive)' })
    .input(z.object({ ...ofPeriod, table: z.enum(tableCodes) })).output(filledTable.extend({ from: day, until: day, organisationId: id, name: z.string() })),
  listTablePeople: operation({ method: 'GET', path: '/statistics/tables/people', summary: 'The people or organisations behind a number of a table' })
    .input(z.object({ ...ofPeriod, ...cellOfTable, ...pageOf })).output(peopleBehind),
}
export { figureMeasures, type FigureMeasure } from './figure-measures.ts'
