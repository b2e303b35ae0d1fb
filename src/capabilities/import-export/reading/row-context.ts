import type { PlainDate } from '../../../kernel/index.ts'
import type { MergedCells } from './layout.ts'
import type { OrganisationIndex } from './organisations.ts'
import type { RegisteredOrganisation } from './types.ts'

/** What a row needs to know of its list. */
export type RowContext = {
  readonly today: PlainDate
  readonly asOf: PlainDate | undefined
  readonly organisations: OrganisationIndex
  readonly organisation: RegisteredOrganisation | undefined
  /** Name of the cell the whole sheet speaks of, for lists without a column of cells. */
  readonly cellOfSheet: string | undefined
  /** Whether the title of the sheet says that its members are probationary, or full. */
  readonly areProbationary: boolean | undefined
  readonly merges: MergedCells
}
