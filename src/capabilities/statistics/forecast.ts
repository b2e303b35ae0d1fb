import { daysBetween, type PlainDate } from '../../kernel/index.ts'

/** How many full months of admissions the pace is told from. A convention of the product. */
export const HISTORY_MONTHS = 24
/** Fewer months than this tell no spread. */
const FEWEST_MONTHS = 6
/** Half the width of a range that holds four outcomes in five, in standard deviations. */
const FOUR_IN_FIVE = 1.2816
export const DAYS_OF_MONTH = 30.4375

export type StageRate = { readonly stage: string; readonly reached: number; readonly passed: number }

export type Pipeline = {
  /** Open files by the stage in which they stand. */
  readonly files: readonly { readonly stage: string; readonly files: number }[]
  /** Of the files that ended in the months before: how many had come to a stage, and how many of them were decided. */
  readonly rates: readonly StageRate[]
  /** Months from opening to decision, the median of the same files; null when none was decided. */
  readonly leadMonths: number | null
}

export type ForecastAsked = Pipeline & {
  readonly admitted: number
  /** Admissions of the last full months up to the day, oldest first. */
  readonly history: readonly number[]
  readonly on: PlainDate
  /** First day after the term. */
  readonly until: PlainDate
}

/** `over`: the term has ended; `pace`: no file ended yet, so files say nothing; `unknown`: nothing to tell by. */
export type ForecastBasis = 'over' | 'filesAndPace' | 'pace' | 'unknown'

export type Forecast = {
  readonly basis: ForecastBasis
  /** Admissions of the whole term: expected, and the range that holds four outcomes in five. Not rounded. */
  readonly expected: number
  readonly low: number
  readonly high: number
  /** What the expectation adds to those admitted: out of open files, and by the pace of the months after. */
  readonly fromFiles: number
  readonly fromPace: number
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)

/** Variance of a sample; none of fewer than two. */
function varianceOf(numbers: readonly number[]): number {
  if (numbers.length < 2) return 0
  const mean = sumOf(numbers) / numbers.length
  return sumOf(numbers.map((n) => (n - mean) ** 2)) / (numbers.length - 1)
}

/** Of the files that come to a stage, the share that is decided: of that stage, else of all stages together; null when none ended. */
export function passRateOf(stage: string, rates: readonly StageRate[]): number | null {
  const own = rates.find((rate) => rate.stage === stage && rate.reached > 0)
  if (own) return own.passed / own.reached
  const [reached, passed] = [sumOf(rates.map((rate) => rate.reached)), sumOf(rates.map((rate) => rate.passed))]
  return reached > 0 ? passed / reached : null
}

/** Expectation and variance of the decisions out of open files: each file is decided, or not, by the rate of its stage. */
function ofFiles({ files, rates }: Pipeline): { mean: number; variance: number } {
  const told = files.map(({ stage, files: n }) => ({ n, p: passRateOf(stage, rates) ?? 0 }))
  return { mean: sumOf(told.map(({ n, p }) => n * p)), variance: sumOf(told.map(({ n, p }) => n * p * (1 - p))) }
}

/**
 * How many the term will have admitted. For as long as a file usually takes, decisions come only out of files that are open today, each by the
 * share of its stage that was decided before; after that at the pace of the months before. The spread of the sum of k coming months told from
 * n past ones is s²(k + k²/n) (prediction of a future sum from a sample), that of the files np(1−p) (binomial).
 */
export function forecastOf(asked: ForecastAsked): Forecast {
  const { admitted, history, on, until, leadMonths } = asked
  const months = Math.max(0, daysBetween(on, until) / DAYS_OF_MONTH)
  if (months === 0) return { basis: 'over', expected: admitted, low: admitted, high: admitted, fromFiles: 0, fromPace: 0 }
  const hasHistory = history.length >= FEWEST_MONTHS && sumOf(history) > 0
  const fileMonths = leadMonths !== null && leadMonths > 0 ? Math.min(leadMonths, months) : 0
  const files = ofFiles(asked)
  if (!hasHistory && (fileMonths === 0 || files.mean === 0)) return { basis: 'unknown', expected: admitted, low: admitted, high: admitted, fromFiles: 0, fromPace: 0 }
  const share = fileMonths > 0 ? fileMonths / leadMonths! : 0
  const rest = months - fileMonths
  const n = Math.max(1, history.length)
  const fromFiles = files.mean * share
  const fromPace = (sumOf(history) / n) * rest
  const spread = FOUR_IN_FIVE * Math.sqrt(files.variance * share + varianceOf(history) * (rest + rest ** 2 / n))
  const expected = admitted + fromFiles + fromPace
  return { basis: fileMonths > 0 ? 'filesAndPace' : 'pace', expected, low: Math.max(admitted, expected - spread), high: expected + spread, fromFiles, fromPace }
}

/** `reached`: there already, also where nothing was to be done; `willReach`, `willMiss`: the whole range lies on one side. */
export type Outlook = 'reached' | 'willReach' | 'mayReach' | 'willMiss' | 'unknown'

/** What a forecast says of a target. */
export function outlookOf(target: number, admitted: number, { basis, low, high }: Forecast): Outlook {
  if (admitted >= target) return 'reached'
  if (basis === 'unknown') return 'unknown'
  if (Math.floor(low) >= target) return 'willReach'
  return Math.round(high) < target ? 'willMiss' : 'mayReach'
}
