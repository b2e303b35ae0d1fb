/** From when on something is asked about. Habits of the program, no paper says them. */
export const thresholds = {
  oldestAge: 110,
  /** Years by which a parent is older at the least. */
  parentYears: 13,
  /** Months after the end of probation from which an undecided member is asked about. */
  probationMonths: 3,
  /** Months in which a cell speaks of each source at least once. */
  remarkMonths: 6,
  /** Months in which an open file goes one step at least. */
  fileMonths: 12,
  /** Months after the last work known to have ended in which the next one is entered. */
  careerMonths: 12,
} as const
