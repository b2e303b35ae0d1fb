/**
 * How sure we are that a rule says what we wrote down.
 * `verified` the text was read; `secondary` known through a copy; `memory` written from memory; `inferred` the product's own.
 * Only `verified` stands without a remark on the screen; the others can be overridden by the administrator.
 */
export type Certainty = 'verified' | 'secondary' | 'memory' | 'inferred'

/** The place in a paper on which a decision of the program rests, and what it says there. */
export type Citation = {
  /** Identifier of the instrument, e.g. `QD-29-2016`. */
  readonly instrument: string
  /** Number and date as people write it: `Quy định 29-QĐ/TW (25/7/2016)`. */
  readonly title: string
  /** The clause as a lawyer would write it: `điểm 4.3.1`; empty when only the instrument is known. */
  readonly clause: string
  readonly certainty: Certainty
}
