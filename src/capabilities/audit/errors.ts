import { Refusal } from '../../kernel/index.ts'

export const exportTooLarge = (total: number, most: number) => new Refusal('invalid', 'audit.exportTooLarge', { total, most })
export const noSuchList = () => new Refusal('notFound', 'audit.noSuchList')
