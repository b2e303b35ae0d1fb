import { Refusal } from '../../kernel/index.ts'

export const nothingDue = (asked: number) => new Refusal('conflict', 'reminders.nothingDue', { asked })
export const noSuchOrganisation = (code: string) => new Refusal('notFound', 'reminders.noSuchOrganisation', { code })
