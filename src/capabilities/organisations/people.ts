import type { PlainDate } from '../../kernel/index.ts'
import type { Db } from '../../platform/action/index.ts'

export type PeopleCounts = { readonly members: number; readonly full: number; readonly probationary: number; readonly women: number; readonly ethnicMinority: number }
export type PeopleAsked = { readonly organisationId: string; readonly on: PlainDate; readonly knownAt?: string | undefined }
export type PostHolder = {
  readonly id: string; readonly personId: string; readonly fullName: string; readonly position: string; readonly positionName: string
  readonly from: PlainDate; readonly lastDay: PlainDate | null; readonly basis: string | null
}

/** What this room shows about people. People belong to a room above, which hands it in through `app/`. */
export type PeopleOfOrganisations = {
  /** True when the acting role sees people at all. */
  mayCount(db: Db, organisationId: string): Promise<boolean>
  /** Counts for each cell with members below an organisation. */
  countByCell(db: Db, asked: PeopleAsked): Promise<readonly (PeopleCounts & { readonly cellId: string })[]>
  ageAndAdmission(db: Db, asked: PeopleAsked): Promise<{ readonly averageAge: number | null; readonly lastAdmittedOn: string | null }>
  /** Posts in the committee of an organisation on a day, highest first. */
  postsOf(db: Db, asked: PeopleAsked): Promise<readonly PostHolder[]>
}
