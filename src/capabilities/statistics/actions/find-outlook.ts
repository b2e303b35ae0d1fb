import { addDays, addMonths, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { measureProgress } from '../../sources-and-targets/index.ts'
import { DAYS_OF_MONTH, forecastOf, HISTORY_MONTHS, outlookOf, type Pipeline } from '../forecast.ts'
import type { outlookContract } from '../outlook-contract.ts'
import { findTerm, type Asked } from '../queries/figures.ts'
import { countByMonth, countOpenFiles, passesSince } from '../queries/outlook.ts'
import { placeAsked } from './place.ts'

type Outlook = AnswerOf<typeof outlookContract.findOutlook>


/** First days of the full months up to a day, rising: the last one ends on the day itself. */
export const monthStarts = (on: PlainDate): PlainDate[] => Array.from({ length: HISTORY_MONTHS }, (_, i) => addDays(addMonths(on, i - HISTORY_MONTHS), 1))

/** What forecasts are told from: months, files and shares, for the organisation and each right below it. */
async function observed(ctx: Ctx, asked: Asked) {
  const starts = monthStarts(asked.on)
  const months = await countByMonth(ctx.db, asked, starts)
  const files = await countOpenFiles(ctx.db, asked)
  const { rates, medianDays } = await passesSince(ctx.db, asked, starts[0]!)
  const leadMonths = medianDays === null ? null : medianDays / DAYS_OF_MONTH
  return {
    starts, rates, medianDays,
    historyOf: (id: string) => starts.map((_, i) => months.find((each) => each.organisationId === id && each.month === i)?.admitted ?? 0),
    pipelineOf: (id: string): Pipeline => ({ files: files.filter((each) => each.organisationId === id), rates, leadMonths }),
  }
}
type Observed = Awaited<ReturnType<typeof observed>>
type Progress = Awaited<ReturnType<typeof measureProgress>>['head']

function partOf({ organisationId, shortName, given, admitted, behind }: Progress, until: PlainDate, on: PlainDate, seen: Observed) {
  const pipeline = seen.pipelineOf(organisationId)
  const forecast = forecastOf({ admitted, history: seen.historyOf(organisationId), on, until, ...pipeline })
  const { expected, low, high, basis } = forecast
  return {
    forecast,
    told: {
      organisationId, shortName, target: given, admitted, behind, files: pipeline.files.reduce((sum, { files }) => sum + files, 0),
      expected: Math.round(expected), low: Math.floor(low), high: Math.ceil(high), basis, outlook: given === null ? null : outlookOf(given, admitted, forecast),
    },
  }
}

function toldFrom({ starts, rates, medianDays, historyOf }: Observed, organisationId: string, on: PlainDate): Outlook['told'] {
  const history = historyOf(organisationId)
  const opened = rates.find(({ stage }) => stage === 'fileOpen')
  return {
    months: starts.map((from, i) => ({ from, until: i + 1 < starts.length ? addDays(starts[i + 1]!, -1) : on, admitted: history[i]! })),
    filesEnded: opened?.reached ?? 0, filesDecided: opened?.passed ?? 0, medianDays,
  }
}

/** What is to be expected of the term that runs on a day. Parts are told by their own files and pace, and by the shares and the length of the whole. */
export async function findOutlook(ctx: Ctx, input: InputOf<typeof outlookContract.findOutlook>): Promise<Outlook> {
  const on = input.asOf ?? ctx.today
  const place = await placeAsked(ctx, input, on)
  await ctx.authorise('statistics.readDashboard', { organisationId: place.id })
  const asked: Asked = { organisationId: place.id, on, knownAt: input.knownAt }
  const { term } = await findTerm(ctx.db, asked)
  const { period, head, rows } = await measureProgress(ctx, { ...asked, kind: 'term', measure: 'admissions' })
  const span = period ?? (term?.until ? { from: term.from, until: term.until } : null)
  const seen = await observed(ctx, asked)
  const organisation = { id: place.id, shortName: place.shortName }
  const told = toldFrom(seen, place.id, on)
  if (!span) return { asOf: on, organisation, term: null, whole: null, told, rows: [] }
  const whole = partOf(head, span.until, on, seen)
  const { fromFiles, fromPace } = whole.forecast
  return {
    asOf: on, organisation, term: { from: span.from, until: span.until }, whole: { ...whole.told, fromFiles: Math.round(fromFiles), fromPace: Math.round(fromPace) }, told,
    rows: rows.map((row) => partOf(row, span.until, on, seen).told),
  }
}
