import type { Ctx } from '../../platform/action/index.ts'
import type { DueOwner } from '../reminders/index.ts'

/** How much work below an organisation is late today, by who must act next; handed in by the roof, which knows every room's deadlines. */
export type CountLate = (ctx: Ctx, organisationId: string) => Promise<readonly { readonly owner: DueOwner; readonly late: number }[]>
