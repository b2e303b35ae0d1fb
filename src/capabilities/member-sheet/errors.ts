import { Refusal, type PlainDate } from '../../kernel/index.ts'

export const photoEmpty = () => new Refusal('invalid', 'memberSheet.photoEmpty')
export const photoKindUnknown = (fileName: string) => new Refusal('invalid', 'memberSheet.photoKindUnknown', { fileName })
export const photoTooLarge = (megabytes: number, limit: number) => new Refusal('tooLarge', 'memberSheet.photoTooLarge', { megabytes, limit })
export const tooManyPhotos = (most: number) => new Refusal('conflict', 'memberSheet.tooManyPhotos', { most })
export const photoNotFound = () => new Refusal('notFound', 'memberSheet.photoNotFound')
export const noOwnSheet = () => new Refusal('notFound', 'memberSheet.noOwnSheet')
export const noteMissing = () => new Refusal('invalid', 'memberSheet.noteMissing')
export const notCorrectableHere = (item: string) => new Refusal('againstRule', 'memberSheet.notCorrectableHere', { item })
export const nameNeeded = () => new Refusal('invalid', 'memberSheet.nameNeeded')
export const dayNotYet = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'memberSheet.dayNotYet', { on, today })
export const noDayHere = (item: string) => new Refusal('invalid', 'memberSheet.noDayHere', { item })
export const entryGone = () => new Refusal('conflict', 'memberSheet.entryGone')
export const sameItemTwice = () => new Refusal('invalid', 'memberSheet.sameItemTwice')
export const nothingChanged = () => new Refusal('invalid', 'memberSheet.nothingChanged')
export const originalBirthStays = (bornOn: string | null) => new Refusal('againstRule', 'memberSheet.originalBirthStays', { bornOn })
export const changedMeanwhile = (items: readonly string[]) => new Refusal('conflict', 'memberSheet.changedMeanwhile', { items })
export const noKeeper = () => new Refusal('conflict', 'memberSheet.noKeeper')
export const proposalNotFound = () => new Refusal('notFound', 'memberSheet.proposalNotFound')
export const notOpen = (state: string) => new Refusal('conflict', 'memberSheet.notOpen', { state })
export const notTheKeeper = (keeper: string) => new Refusal('againstRule', 'memberSheet.notTheKeeper', { keeper })
export const notYours = () => new Refusal('againstRule', 'memberSheet.notYours')
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })
export const campaignNotFound = () => new Refusal('notFound', 'memberSheet.campaignNotFound')
export const campaignAsked = (year: number) => new Refusal('conflict', 'memberSheet.campaignAsked', { year: String(year) })
export const dueBeforeAsked = (dueOn: PlainDate, today: PlainDate) => new Refusal('invalid', 'memberSheet.dueBeforeAsked', { dueOn, today })
export const nobodyAsked = () => new Refusal('invalid', 'memberSheet.nobodyAsked')
export const supplementNotFound = () => new Refusal('notFound', 'memberSheet.supplementNotFound')
export const notInState = (state: string) => new Refusal('conflict', 'memberSheet.notInState', { state })
export const nothingToTakeIn = () => new Refusal('conflict', 'memberSheet.nothingToTakeIn')

/** Constraints of the database that this room has words for; they speak only when two people act at the same moment. */
export const memberSheetConstraints = {
  campaign_once_a_year: () => new Refusal('conflict', 'memberSheet.askedAtOnce'),
  value_one_a_day: () => new Refusal('conflict', 'memberSheet.statedAtOnce'),
}
