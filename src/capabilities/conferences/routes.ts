import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { followUpSolution } from './actions/follow-up-solution.ts'
import { concludeConference, decideSolution, openConference, recordFinding, saveReport } from './actions/hold-conference.ts'
import { findConference, listConferences, listSolutions } from './actions/read-conferences.ts'
import type { conferencesContract } from './contract.ts'

export const conferencesRoutes: RoutesFor<typeof conferencesContract> = {
  listConferences: read(listConferences),
  findConference: read(findConference),
  openConference: act(openConference),
  saveReport: act(saveReport),
  recordFinding: act(recordFinding),
  decideSolution: act(decideSolution),
  concludeConference: act(concludeConference),
  listSolutions: read(listSolutions),
  followUpSolution: act(followUpSolution),
}
