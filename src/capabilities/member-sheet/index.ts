export { keepOtherBirths, otherBirthsKept, takeBackOtherBirths, type OtherBirth } from './actions/keep-other-births.ts'
export { memberSheetContract } from './contract.ts'
<<<<<<< HEAD
export { memberSheetDeadlines } from './deadlines.ts'
=======
export { sheetItems, type SheetItem } from './items.ts'
>>>>>>> ea06bfe (Begin a room for records of one person)
export { memberSheetConstraints } from './errors.ts'
export { memberSheetEvents, memberSheetRefusals } from './messages.vi.ts'
export { memberSheetPolicy } from './policy.ts'
export { memberSheetRoutes } from './routes.ts'
