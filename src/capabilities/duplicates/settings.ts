import type { Finding, PartName } from './codes.ts'

/** Points for and against by part and finding, and the scores from which a pair is shown and called strong. A setting of the product, not law. */
export type LikenessSettings = {
  readonly shown: number
  readonly strong: number
  readonly points: Readonly<Record<PartName, Partial<Readonly<Record<Finding, number>>>>>
}

export const likenessSettings: LikenessSettings = {
  shown: 50,
  strong: 80,
  points: {
    name: { same: 30, marks: 26, otherName: 24, order: 22, middleMissing: 20, letterOff: 20, middleOther: 6, different: -40 },
    birth: { same: 25, swapped: 20, yearOff: 16, digitOff: 14, lessExact: 12, different: -30 },
    identity: { same: 65, digitOff: 30, different: -45 },
    card: { same: 35, digitOff: 18, different: -8 },
    sex: { same: 2, different: -40 },
    parents: { same: 16, oneParent: 8, different: -20 },
    nativePlace: { same: 6, different: -3 },
    cell: { same: 6, different: -2 },
    phone: { same: 8, different: 0 },
  },
}
