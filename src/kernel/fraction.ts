/** An exact share such as two thirds. Kept as whole numbers: a vote is never decided by rounding. */
export type Fraction = { readonly numerator: number; readonly denominator: number }

export function fraction(numerator: number, denominator: number): Fraction {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || denominator <= 0)
    throw new RangeError(`Not a fraction: ${numerator}/${denominator}`)
  return { numerator, denominator }
}

/** True when `part` is at least the share of `whole`. Nothing reaches a share of nobody. */
export function reaches(share: Fraction, part: number, whole: number): boolean {
  return whole > 0 && part * share.denominator >= share.numerator * whole
}

/** True when `part` is more than the share of `whole`. */
export function exceeds(share: Fraction, part: number, whole: number): boolean {
  return part * share.denominator > share.numerator * whole
}

/** Smallest whole number that reaches the share of `whole`: two thirds of 20 is 14. */
export function smallestReaching(share: Fraction, whole: number): number {
  return Math.ceil((share.numerator * whole) / share.denominator)
}

/** Smallest whole number above the share of `whole`: more than half of 20 is 11. */
export function smallestExceeding(share: Fraction, whole: number): number {
  return Math.floor((share.numerator * whole) / share.denominator) + 1
}
