import { isCoveredNumber } from '../codes.ts'

/** The number that goes from the field to the page of finds: in no address, gone when the page is loaded anew. */
let carried: string | undefined

export const carryNumber = (number: string): void => { carried = number }
export const carriedNumber = (): string | undefined => carried

/** How the code of an organisation begins, which has as many digits while it is being typed. */
const CODE = /^\d{2}\.\d{3}\./

/** The digits of a number that may be covered, when that is what was typed. */
export function coveredNumberIn(text: string): string | undefined {
  const digits = /^[\d. ]+$/.test(text.trim()) && !CODE.test(text.trim()) ? text.replace(/[. ]/g, '') : undefined
  return isCoveredNumber(digits) ? digits : undefined
}
