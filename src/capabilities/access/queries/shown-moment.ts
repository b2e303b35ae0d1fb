import { sql, type Sql } from '../../../platform/action/index.ts'

/**
 * A moment of the machine as the program's clock tells it: the same time of day, on the day that stands in the band of the demonstration.
 * How long a session lives is always measured by the machine.
 */
export const shownMoment = (moment: Sql): Sql =>
  sql`${moment} + make_interval(days => (platform.moment() at time zone 'Asia/Ho_Chi_Minh')::date - (clock_timestamp() at time zone 'Asia/Ho_Chi_Minh')::date)`
