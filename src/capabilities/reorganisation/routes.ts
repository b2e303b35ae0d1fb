import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { draftCounterPlan, draftPlan, savePlan } from './actions/draft-plan.ts'
import { findPlan, listMinutes, listPlans, listUnits, previewPlan } from './actions/find-plan.ts'
import { decidePlan, takeEffect, undoPlan, withdrawPlan } from './actions/put-in-force.ts'
import type { reorganisationContract } from './contract.ts'

export const reorganisationRoutes: RoutesFor<typeof reorganisationContract> = {
  listPlans: read(listPlans),
  listUnits: read(listUnits),
  draftPlan: act(draftPlan),
  findPlan: read(findPlan),
  savePlan: act(savePlan),
  previewPlan: read(previewPlan),
  decidePlan: act(decidePlan),
  takeEffect: act(takeEffect),
  withdrawPlan: act(withdrawPlan),
  undoPlan: act(undoPlan),
  draftCounterPlan: act(draftCounterPlan),
  listMinutes: read(listMinutes),
}
