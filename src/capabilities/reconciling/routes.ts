import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { assignDifference, decideDifference, settleDifferences } from './actions/decide-differences.ts'
import { findMinutes } from './actions/find-minutes.ts'
import { addMissing, markLine, markRest } from './actions/mark-lines.ts'
import { openRound } from './actions/open-round.ts'
import { findDifference, listLines } from './actions/read-lines.ts'
import { findReconciliation, listReconciliations } from './actions/read-reconciliations.ts'
import { findReturn, startReturn, takeReturn } from './actions/returns.ts'
import { sign, withdrawSignature } from './actions/sign.ts'
import { takeList } from './actions/take-list.ts'
import type { reconcilingContract } from './contract.ts'

export const reconcilingRoutes: RoutesFor<typeof reconcilingContract> = {
  openRound: act(openRound),
  listReconciliations: read(listReconciliations),
  findReconciliation: read(findReconciliation),
  listLines: read(listLines),
  takeList: read(takeList),
  markLine: act(markLine),
  markRest: act(markRest),
  addMissing: act(addMissing),
  startReturn: act(startReturn),
  findReturn: read(findReturn),
  takeReturn: act(takeReturn),
  findDifference: read(findDifference),
  assignDifference: act(assignDifference),
  settleDifferences: act(settleDifferences),
  decideDifference: act(decideDifference),
  sign: act(sign),
  withdrawSignature: act(withdrawSignature),
  findMinutes: read(findMinutes),
}
