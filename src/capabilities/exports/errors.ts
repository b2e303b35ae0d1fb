import { Refusal } from '../../kernel/index.ts'

export const tooManyForInputFile = (total: number, most: number) => new Refusal('invalid', 'exports.tooManyForInputFile', { total, most })
