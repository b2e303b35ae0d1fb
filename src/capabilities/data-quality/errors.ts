import { Refusal } from '../../kernel/index.ts'

export const nothingYet = () => new Refusal('notFound', 'dataQuality.nothingYet')
/** Names cannot be looked for in an organisation that is not looked through as a whole. */
export const tooLargeToLookThrough = () => new Refusal('invalid', 'dataQuality.tooLargeToLookThrough')
export const faultGone = () => new Refusal('conflict', 'dataQuality.faultGone')
export const factChanged = () => new Refusal('conflict', 'dataQuality.factChanged')
export const alreadySetAside = () => new Refusal('conflict', 'dataQuality.alreadySetAside')
export const setAsideNotFound = () => new Refusal('notFound', 'dataQuality.setAsideNotFound')
export const setAsideLifted = () => new Refusal('conflict', 'dataQuality.setAsideLifted')
export const weightChanged = (rule: string, weight: number) => new Refusal('conflict', 'dataQuality.weightChanged', { rule, weight })

/** Constraints of the database that two people at once can run into. */
export const dataQualityConstraints = { set_aside_live: alreadySetAside, weight_live: () => new Refusal('conflict', 'dataQuality.changedAtOnce') }
