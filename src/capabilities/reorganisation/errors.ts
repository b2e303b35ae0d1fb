import { Refusal, type PlainDate } from '../../kernel/index.ts'

export const planNotFound = () => new Refusal('notFound', 'reorganisation.planNotFound')
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'reorganisation.staleVersion', { seen, latest })
export const notADraft = () => new Refusal('conflict', 'reorganisation.notADraft')
export const dayMissing = () => new Refusal('invalid', 'reorganisation.dayMissing')
export const notReady = (errors: readonly string[]) => new Refusal('againstRule', 'reorganisation.notReady', { errors: errors.length, first: errors[0] ?? '' })
export const decidedTomorrow = (decidedOn: PlainDate, today: PlainDate) => new Refusal('invalid', 'reorganisation.decidedTomorrow', { decidedOn, today })
export const dayNotCome = (effectiveOn: PlainDate) => new Refusal('conflict', 'reorganisation.dayNotCome', { effectiveOn })
export const notDecided = () => new Refusal('conflict', 'reorganisation.notDecided')
export const alreadyInForce = () => new Refusal('conflict', 'reorganisation.alreadyInForce')
export const notInForce = () => new Refusal('conflict', 'reorganisation.notInForce')
export const dayIsOver = (day: PlainDate) => new Refusal('conflict', 'reorganisation.dayIsOver', { day })
export const builtUpon = (what: string) => new Refusal('conflict', 'reorganisation.builtUpon', { what })
