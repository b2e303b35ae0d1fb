import { Refusal, type PlainDate } from '../../kernel/index.ts'

export const periodNotFound = () => new Refusal('notFound', 'reports.periodNotFound')
export const reportNotFound = () => new Refusal('notFound', 'reports.reportNotFound')
export const periodNotEnded = (until: PlainDate, today: PlainDate) => new Refusal('invalid', 'reports.periodNotEnded', { until, today })
export const dueBeforeEnd = (dueOn: PlainDate, until: PlainDate) => new Refusal('invalid', 'reports.dueBeforeEnd', { dueOn, until })
export const alreadyOpened = (until: PlainDate) => new Refusal('conflict', 'reports.alreadyOpened', { until })
export const notExpected = (name: string) => new Refusal('againstRule', 'reports.notExpected', { name })
export const waitsAlready = () => new Refusal('conflict', 'reports.waitsAlready')
export const reasonMissing = () => new Refusal('invalid', 'reports.reasonMissing')
export const doesNotAddUp = (table: string, check: string) => new Refusal('againstRule', 'reports.doesNotAddUp', { table, check })
export const nothingWaits = () => new Refusal('conflict', 'reports.nothingWaits')
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'reports.staleVersion', { seen, latest })
