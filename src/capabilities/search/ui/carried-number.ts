import { isCoveredNumber } from '../codes.ts'

/** The number that goes from the field to the page of finds: in no address, gone when the page is loaded anew. */
let carried: string | undefined

export const carryNumber = (number: string): void => { carried = number }
export const carriedNumber = (): string | undefined => carried

/** The digits of a number that may be covered, when that is what was typed. */
export function coveredNumberIn(text: string): string | undefined {
  const digits = /^[\d. ]+$/.test(text.trim()) ? text.replace(/[. ]/g, '') : undefined
  return isCoveredNumber(digits) ? digits : undefined
}
