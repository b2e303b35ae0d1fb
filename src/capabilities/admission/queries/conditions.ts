import type { PlainDate } from '../../../kernel/index.ts'
import { empty, sql, type Sql } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'

export type Filters = { readonly organisationId?: string | undefined; readonly search?: string | undefined }

const below = ({ organisationId }: Filters, today: PlainDate): Sql => (organisationId ? sql`and c.cell_id ${belowCondition(organisationId, today)}` : empty)
const named = ({ search }: Filters): Sql => (search ? sql`and p.search_text like '%' || platform.fold(${search}) || '%'` : empty)

/** Open files of admission and readmission in a place, by name. */
export const openAdmissions = (filters: Filters & { readonly kind?: string | undefined }, today: PlainDate): Sql => sql`
  c.closed_on is null and c.kind <> 'confirmation' ${filters.kind ? sql`and c.kind = ${filters.kind}` : empty} ${below(filters, today)} ${named(filters)}`

/** Open files of confirmation in a place, by name. */
export const openConfirmations = (filters: Filters, today: PlainDate): Sql => sql`c.closed_on is null and c.kind = 'confirmation' ${below(filters, today)} ${named(filters)}`

/** All open files in a place. */
export const openFiles = (filters: Filters, today: PlainDate): Sql => sql`c.closed_on is null ${below(filters, today)}`
