import { Refusal, type PlainDate } from '../../kernel/index.ts'

/** Never says which of the two was wrong. */
export const signInFailed = () => new Refusal('notAllowed', 'access.signInFailed')
export const signInLocked = (minutes: number) => new Refusal('tooMany', 'access.signInLocked', { minutes })
export const noSuchHolding = () => new Refusal('notFound', 'access.noSuchHolding')
export const passwordWrong = () => new Refusal('invalid', 'access.passwordWrong')
export const signInNameTaken = (signInName: string) => new Refusal('conflict', 'access.signInNameTaken', { signInName })
export const roleEndsBeforeItBegins = (from: PlainDate, until: PlainDate) => new Refusal('invalid', 'access.roleEndsBeforeItBegins', { from, until })
export const lastAdministrator = () => new Refusal('conflict', 'access.lastAdministrator')
export const cellRoleNeedsCell = (organisation: string) => new Refusal('invalid', 'access.cellRoleNeedsCell', { organisation })
export const accountNotFound = () => new Refusal('notFound', 'access.accountNotFound')
export const setUpDone = () => new Refusal('conflict', 'access.setUpDone')
export const setUpCodeWrong = () => new Refusal('notAllowed', 'access.setUpCodeWrong')
