import { addDays, dayInVietnam, type PlainDate } from '../../kernel/index.ts'
import type { Clock } from '../../platform/action/index.ts'

/** The clock on the wall, in Việt Nam. */
export const wallClock: Clock = { today: () => dayInVietnam(new Date()), now: () => new Date().toISOString() }

/** A clock that stays on one day (the demonstration): the time of day runs, the day does not. */
export function clockStayingOn(day: PlainDate): Clock {
  return {
    today: () => day,
    now() {
      const vietnamese = new Date(Date.now() + 7 * 3_600_000).toISOString()
      return new Date(`${day}${vietnamese.slice(10, 23)}+07:00`).toISOString()
    },
  }
}

/** A clock stopped at noon of a day; tests move it on purpose. */
export function stoppedClock(start: PlainDate): Clock & { moveTo(day: PlainDate): void; moveBy(days: number): void } {
  let day = start
  return {
    today: () => day,
    now: () => `${day}T05:00:00.000Z`,
    moveTo(to) { day = to },
    moveBy(days) { day = addDays(day, days) },
  }
}
