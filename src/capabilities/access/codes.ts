import { addDays, type PlainDate } from '../../kernel/index.ts'

/** States of a user that lists count and can be narrowed to: at work, not seen for long, a role ends soon, no role held. */
export const accountStates = ['active', 'unseen', 'ending', 'without'] as const
export type AccountState = (typeof accountStates)[number]

const UNSEEN_DAYS = 90
const ENDING_DAYS = 30

type Held = { readonly from: string; readonly until: string | null }
type Account<H extends Held> = { readonly holdings: readonly H[]; readonly disabledOn: string | null; readonly lastSeenAt: string | null }

export type HeldState = 'held' | 'later' | 'ended'

/** Whether a role is held on a day. */
export const heldStateOf = ({ from, until }: Held, today: string): HeldState => (from > today ? 'later' : until && until <= today ? 'ended' : 'held')

/** The roles of a user that are held on a day. */
export const heldRoles = <H extends Held>({ holdings }: { readonly holdings: readonly H[] }, today: string): H[] => holdings.filter((holding) => heldStateOf(holding, today) === 'held')

const tests: Readonly<Record<AccountState, (account: Account<Held>, today: PlainDate) => boolean>> = {
  active: (account, today) => heldRoles(account, today).length > 0 && (!account.disabledOn || account.disabledOn > today),
  unseen: ({ lastSeenAt }, today) => !lastSeenAt || lastSeenAt.slice(0, 10) < addDays(today, -UNSEEN_DAYS),
  ending: (account, today) => heldRoles(account, today).some(({ until }) => until && until <= addDays(today, ENDING_DAYS)),
  without: (account, today) => heldRoles(account, today).length === 0,
}

/** Whether a user is in a state on a day. */
export const isInState = (account: Account<Held>, state: AccountState, today: PlainDate): boolean => tests[state](account, today)
