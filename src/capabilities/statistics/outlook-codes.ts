/** First ages of the bands of the age pyramid, rising, by fives; younger than the first is a band of its own. A convention of the product. */
export const pyramidAges = [18, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80] as const

/** Whose quality is told: the members of a day, and those admitted since the term began. */
export const qualityOf = ['members', 'admitted'] as const
export type QualityOf = (typeof qualityOf)[number]

/** What their quality is told by. Age is told with the sex, all others alone. */
export const qualityTraits = ['sex', 'ethnicity', 'education', 'theory', 'age'] as const
export type QualityTrait = (typeof qualityTraits)[number]

export const outlooks = ['reached', 'willReach', 'mayReach', 'willMiss', 'unknown'] as const
export const forecastBases = ['over', 'filesAndPace', 'pace', 'unknown'] as const
