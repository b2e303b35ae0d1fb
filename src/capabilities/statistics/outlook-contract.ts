import { z } from 'zod'
import { asOf, count, day, id, line, operation, pageOf } from '../../platform/contract/index.ts'
import { forecastBases, outlooks, qualityOf, qualityTraits } from './outlook-codes.ts'

const place = { organisationId: id.optional() }
/** Admissions of the term: expected, and the range that holds four outcomes in five. */
const forecast = { expected: count, low: count, high: count, basis: z.enum(forecastBases) }
const part = {
  organisationId: id, shortName: z.string(), target: count.nullable(), admitted: count, files: count, ...forecast,
  /** How many are missing against an even pace; negative when ahead. */
  behind: z.number().int().nullable(), outlook: z.enum(outlooks).nullable(),
}
const qualityRow = z.object({ value: z.string().nullable(), members: count, admitted: count })

/** What is to be expected of a term, and what the members and the newly admitted are like. */
export const outlookContract = {
  findOutlook: operation({ method: 'GET', path: '/dashboard/outlook', summary: 'The forecast of the admissions of a term with its range, for an organisation and those right below it' })
    .input(z.object({ ...place, ...asOf }))
    .output(z.object({
      asOf: day, organisation: z.object({ id, shortName: z.string() }),
      /** Absent where no term with an end is known. */
      term: z.object({ from: day, until: day }).nullable(),
      whole: z.object({ ...part, fromFiles: count, fromPace: count }).nullable(),
      /** What it was told from: admissions of the last full months, how many of the files that ended were decided, and how long they took. */
      told: z.object({ months: z.array(z.object({ from: day, until: day, admitted: count })), filesEnded: count, filesDecided: count, medianDays: count.nullable() }),
      rows: z.array(z.object(part)),
    })),
  findQuality: operation({ method: 'GET', path: '/dashboard/quality', summary: 'Members of a day and those admitted in the term by age and sex, ethnic group and education' })
    .input(z.object({ ...place, ...asOf }))
    .output(z.object({
      asOf: day, organisation: z.object({ id, shortName: z.string() }), /** First day of the term whose admissions are told. */ from: day.nullable(),
      total: z.object({ members: count, admitted: count }),
      /** Bands by their place, from 0; null: the birth is not known. */
      pyramid: z.array(z.object({ band: z.number().int().nullable(), men: count, women: count, unknown: count, admittedMen: count, admittedWomen: count, admittedUnknown: count })),
      sections: z.array(z.object({ trait: z.enum(qualityTraits), /** Its numbers open no names for this reader. */ namesCovered: z.boolean(), rows: z.array(qualityRow) })),
      /** The same line by line, as it is taken out. */
      rows: z.array(qualityRow.extend({ trait: z.enum(qualityTraits), sex: z.enum(['male', 'female']).nullable() })),
    })),
  listQualityPeople: operation({ method: 'GET', path: '/dashboard/quality/people', summary: 'The people behind a number of the quality of members' })
    .input(z.object({
      ...place, ...asOf, among: z.enum(qualityOf), trait: z.enum(['all', ...qualityTraits]),
      /** Of an age the place of its band; left out: not known. */
      value: line(200).optional(), /** Beside the age only; left out: not known. */ sex: z.enum(['male', 'female']).optional(), ...pageOf,
    }))
    .output(z.object({
      rows: z.array(z.object({ personId: id, fullName: z.string(), bornYear: z.number().int().nullable(), cellId: id, cellName: z.string(), aboveName: z.string().nullable() })),
      total: count, /** In the number, but no longer in the reader's part. */ outsideReach: count,
    })),
}
