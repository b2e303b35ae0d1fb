import { Refusal, type PlainDate } from '../../kernel/index.ts'

export const organisationNotFound = () => new Refusal('notFound', 'organisations.notFound')
export const codeTaken = (code: string, organisation: string) => new Refusal('conflict', 'organisations.codeTaken', { code, organisation })
export const topNameMissing = () => new Refusal('invalid', 'organisations.topNameMissing')
export const registerNotReadable = (problem: string) => new Refusal('invalid', 'organisations.registerNotReadable', { problem })
export const codeTwice = (code: string) => new Refusal('invalid', 'organisations.codeTwiceInRegister', { code })
export const parentCannotHave = (parent: string, kind: string) => new Refusal('invalid', 'organisations.parentCannotHave', { parent, kind })
export const foundedBeforeParent = (on: PlainDate, parent: string, parentFoundedOn: PlainDate) =>
  new Refusal('invalid', 'organisations.foundedBeforeParent', { on, parent, parentFoundedOn })
export const termEndsBeforeItBegins = (from: PlainDate, until: PlainDate) => new Refusal('invalid', 'organisations.termEndsBeforeItBegins', { from, until })
export const termsOverlap = (organisation: string, running: string, lastDay: PlainDate | null) =>
  new Refusal('conflict', 'organisations.termsOverlap', { organisation, running, lastDay })
export const standingBoardTooLarge = (standingSeats: number, electedSeats: number) =>
  new Refusal('invalid', 'organisations.standingBoardTooLarge', { standingSeats, electedSeats })
export const committeeKindDoesNotFit = (organisation: string) => new Refusal('invalid', 'organisations.committeeKindDoesNotFit', { organisation })
export const onlyGrassrootsMayBeAuthorised = (organisation: string) => new Refusal('invalid', 'organisations.onlyGrassrootsMayBeAuthorised', { organisation })
export const authorityUnchanged = (organisation: string) => new Refusal('conflict', 'organisations.authorityUnchanged', { organisation })

/** Constraints of the database that this room has words for. */
export const organisationsConstraints = {
  committee_no_overlap: () => new Refusal('conflict', 'organisations.termsOverlapAtOnce'),
  version_no_overlap: () => new Refusal('conflict', 'organisations.changedAtOnce'),
  placement_no_overlap: () => new Refusal('conflict', 'organisations.changedAtOnce'),
}
