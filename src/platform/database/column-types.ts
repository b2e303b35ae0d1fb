import pg from 'pg'

const OID = {
  int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, interval: 1186, numeric: 1700, daterange: 3912,
  int8Array: 1016, numericArray: 1231, dateArray: 1182, timestampArray: 1115, timestamptzArray: 1185, daterangeArray: 3913,
} as const

const TEXT_ARRAY = 1009

const text = (value: string): string => value

/** A count or sum; beyond 2^53 it would silently change, so it is an error. */
function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`Too large for a number: ${value}`)
  return number
}

const MOMENT = /^(\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d(?::\d\d)?(?::\d\d)?)$/

/**
 * A moment as `2018-10-05T01:02:03.000004Z`: always UTC and always six digits, so that nothing is lost on the way
 * back and texts sort as the moments do. `infinity` stays as it is.
 */
function moment(value: string): string {
  const match = MOMENT.exec(value)
  if (!match) return value
  const [, clock, fraction = '', offset] = match
  const seconds = offset === '+00' ? clock!.replace(' ', 'T') : shifted(clock!, offset!)
  return `${seconds}.${fraction.padEnd(6, '0')}Z`
}

function shifted(clock: string, offset: string): string {
  const [hours = '0', minutes = '0', seconds = '0'] = offset.slice(1).split(':')
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (offset.startsWith('-') ? -1 : 1)
  return new Date(Date.parse(`${clock.replace(' ', 'T')}Z`) - ahead * 1000).toISOString().slice(0, 19)
}

const listOf = <T>(parse: (value: string) => T) => {
  const texts = pg.types.getTypeParser(TEXT_ARRAY as never) as (value: string) => (string | null)[]
  return (value: string): (T | null)[] => texts(value).map((item) => (item === null ? null : parse(item)))
}

const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  [OID.int8]: wholeNumber, [OID.int8Array]: listOf(wholeNumber),
  [OID.numeric]: text, [OID.numericArray]: listOf(text),
  [OID.date]: text, [OID.dateArray]: listOf(text),
  [OID.timestamp]: text, [OID.timestampArray]: listOf(text),
  [OID.timestamptz]: moment, [OID.timestamptzArray]: listOf(moment),
  [OID.interval]: text,
  [OID.daterange]: text, [OID.daterangeArray]: listOf(text),
}

/**
 * How columns arrive in the program: `date` and `daterange` as text, `timestamptz` as ISO text in UTC, `int8` as number,
 * `numeric` as text (no rounding), `jsonb` parsed.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS[oid]) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}
