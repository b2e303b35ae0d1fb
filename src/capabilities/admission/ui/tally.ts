import type { StatusShape, ShownReason } from '../../../platform/ui-kit/index.ts'
import type { Roll } from './client.ts'
import { word } from './words.vi.ts'

/** Numbers of a vote as they are being typed; nobody's vote. */
export type Tally = { readonly present: number | undefined; readonly inFavour: number | undefined; readonly against: number | undefined; readonly invalid: number | undefined }
export type FullTally = { present: number; inFavour: number; against: number; invalid: number }

export const emptyTally: Tally = { present: undefined, inFavour: undefined, against: undefined, invalid: 0 }

/** The numbers, once all of them are typed. */
export function fullTally({ present, inFavour, against, invalid }: Tally): FullTally | undefined {
  return present === undefined || inFavour === undefined || against === undefined ? undefined : { present, inFavour, against, invalid: invalid ?? 0 }
}

const cast = (tally: FullTally): number => tally.inFavour + tally.against + tally.invalid

/** `17 + 1 + 0 = 18, đủ số phiếu`: the sum that can be checked by eye. */
export function sumWords(tally: FullTally): { text: string; shape: StatusShape } {
  const sum = `${tally.inFavour} + ${tally.against} + ${tally.invalid} = ${cast(tally)}`
  const short = tally.present - cast(tally)
  if (short > 0) return { text: word('sumShort', { sum, n: short }), shape: 'unclear' }
  return short < 0 ? { text: sum, shape: 'late' } : { text: word('sumEnough', { sum }), shape: 'done' }
}

/** What cannot be, said before anything is sent; the server refuses it too. */
export function tallyWrong(tally: FullTally, roll: Roll, ofCommittee: boolean): ShownReason | undefined {
  const { citation } = roll.rule
  if (cast(tally) > tally.present)
    return {
      message: word(ofCommittee ? 'tallyExceedsCommittee' : 'tallyExceeds', { sum: cast(tally), present: tally.present }), citation,
      why: word(ofCommittee ? 'tallyExceedsWhyCommittee' : 'tallyExceedsWhy'), todo: word('tallyExceedsTodo'),
    }
  if (tally.present > roll.denominator)
    return { message: word('presentExceeds', { present: tally.present, of: roll.denominator }), why: word('presentExceedsWhy'), citation, todo: word('presentExceedsTodo') }
  return undefined
}

/** The body may not decide: too few full members on the day. */
export function rollWrong(roll: Roll): ShownReason | undefined {
  if (roll.mayDecide) return undefined
  return { message: word('rollTooSmall', { n: roll.fullMembers }), ...(roll.minimumRule ? { why: `${roll.minimumRule.title}: ${roll.minimumRule.valueText}`, citation: roll.minimumRule.citation } : {}), todo: word('rollTooSmallTodo') }
}

/** Carried or lost, by the number that the roll requires. */
export const isCarried = (tally: FullTally, roll: Roll): boolean => tally.inFavour >= roll.required

export const resultWords = (tally: FullTally, roll: Roll): string =>
  word(isCarried(tally, roll) ? 'resultCarried' : 'resultLost', { n: tally.inFavour, of: roll.denominator, k: roll.required })

/** Everybody left out of the denominator, by reason: `−1 sinh hoạt tạm thời nơi khác (Đặng Văn Thành)`. */
export function excludedByReason(roll: Roll): { reason: string; text: string; people: Roll['excluded'] }[] {
  const reasons = [...new Set(roll.excluded.map((one) => one.reason))]
  return reasons.map((reason) => {
    const people = roll.excluded.filter((one) => one.reason === reason)
    return { reason, text: people[0]!.reasonText, people }
  })
}
