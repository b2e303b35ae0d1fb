import { Refusal } from '../../kernel/index.ts'

export const noSuchOrganisation = (code: string) => new Refusal('notFound', 'statistics.noSuchOrganisation', { code })
export const nothingYet = () => new Refusal('notFound', 'statistics.nothingYet')
export const termUnknown = (organisation: string) => new Refusal('invalid', 'statistics.termUnknown', { organisation })
