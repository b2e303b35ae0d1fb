import type { RefusalWordsByCode } from '../../platform/words.ts'

/** This room refuses nothing of its own: what does not fit is not found. */
export const searchRefusals: RefusalWordsByCode = {}

/** What is wrong with a field, as the contract says it. */
export const fieldWords = { number: 'số định danh gồm 12 chữ số, số CMND cũ gồm 9 chữ số' } as const
