import { Refusal, type PlainDate } from '../../kernel/index.ts'

export const nothingDue = (asked: number) => new Refusal('conflict', 'reminders.nothingDue', { asked })
export const thingsNotDue = () => new Refusal('notFound', 'reminders.thingsNotDue')
export const assigneeMissing = () => new Refusal('invalid', 'reminders.assigneeMissing')
export const assigneeElsewhere = (places: number) => new Refusal('conflict', 'reminders.assigneeElsewhere', { places })
export const officeEmpty = (role: string, place: string) => new Refusal('conflict', 'reminders.officeEmpty', { role, place })
export const wantedInThePast = (wantedOn: PlainDate, today: PlainDate) => new Refusal('invalid', 'reminders.wantedInThePast', { wantedOn, today, field: 'wantedOn' })
export const alreadyAssigned = (things: number, person: string) => new Refusal('conflict', 'reminders.alreadyAssigned', { things, person })
export const assignmentNotFound = () => new Refusal('notFound', 'reminders.assignmentNotFound')
export const assignmentOfOthers = (to: string) => new Refusal('conflict', 'reminders.assignmentOfOthers', { to })
export const assignmentAnswered = (answeredOn: PlainDate) => new Refusal('conflict', 'reminders.assignmentAnswered', { answeredOn })
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })
export const noSuchOrganisation = (code: string) => new Refusal('notFound', 'reminders.noSuchOrganisation', { code })
