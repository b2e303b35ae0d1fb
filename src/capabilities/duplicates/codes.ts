/** What two records are compared by, in the order in which it is told. */
export const partNames = ['name', 'birth', 'identity', 'card', 'sex', 'parents', 'nativePlace', 'cell', 'phone'] as const
export type PartName = (typeof partNames)[number]

/**
 * How a part came out. For names: `same` whatever form the letters are written in, `marks` when only the marks differ, then other order of the
 * words, middle name missing, a name by which the other is known, a letter off, the middle name another. For days: as far as both are known,
 * day and month exchanged, a year or a digit off. For numbers: a digit off or two exchanged. `different` speaks against.
 */
export const findings = [
  'same', 'marks', 'order', 'middleMissing', 'otherName', 'letterOff', 'middleOther', 'lessExact', 'swapped', 'yearOff', 'digitOff', 'oneParent', 'different',
] as const
export type Finding = (typeof findings)[number]

export const pairStates = ['open', 'different', 'joined'] as const
export type PairState = (typeof pairStates)[number]

export const verdicts = ['different', 'joined', 'parted', 'changed'] as const
export type Verdict = (typeof verdicts)[number]

/** Which of the two records of a pair. */
export const sides = ['first', 'second'] as const
export type Side = (typeof sides)[number]
