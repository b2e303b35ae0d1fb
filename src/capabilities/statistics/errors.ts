import { Refusal, type PlainDate } from '../../kernel/index.ts'

export const noSuchOrganisation = (code: string) => new Refusal('notFound', 'statistics.noSuchOrganisation', { code })
export const nothingYet = () => new Refusal('notFound', 'statistics.nothingYet')
export const termUnknown = (organisation: string) => new Refusal('invalid', 'statistics.termUnknown', { organisation })
export const periodBackwards = (from: PlainDate, until: PlainDate) => new Refusal('invalid', 'statistics.periodBackwards', { from, until })
export const dayNotYet = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'statistics.dayNotYet', { on, today })
