import { fold } from '../../kernel/index.ts'
import { MAJORITY, nameStocks, wellKnownNames } from './names.vi.ts'
import type { Random } from './random.ts'

export type Sex = 'male' | 'female'

const avoided = new Set(wellKnownNames.map(fold))

/** A name put together by chance in the manner of an ethnic group; never that of a well-known person. */
export function inventName(random: Random, ethnicity: string, sex: Sex): string {
  const stock = nameStocks[ethnicity] ?? nameStocks[MAJORITY]!
  for (;;) {
    const family = random.weighted(stock.families)
    const middle = random.weighted(sex === 'male' ? stock.maleMiddle : stock.femaleMiddle)
    const given = random.pick(sex === 'male' ? stock.maleGiven : stock.femaleGiven)
    const name = `${family} ${middle} ${given}`
    if (!middle.endsWith(given) && !avoided.has(fold(name))) return name
  }
}
