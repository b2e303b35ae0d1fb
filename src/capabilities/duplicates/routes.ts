import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { keepApart, pairPeople } from './actions/decide-pair.ts'
import { findLike } from './actions/find-like.ts'
import { findPair } from './actions/find-pair.ts'
import { joinRecords } from './actions/join-records.ts'
import { findJoining, listJoinings, partRecords } from './actions/joinings.ts'
import { listPairs } from './actions/list-pairs.ts'
import { lookForPairs } from './actions/look-for-pairs.ts'
import type { duplicatesContract } from './contract.ts'

export const duplicatesRoutes: RoutesFor<typeof duplicatesContract> = {
  listPairs: read(listPairs),
  lookForPairs: act(lookForPairs),
  findLike: read(findLike),
  pairPeople: act(pairPeople),
  findPair: read(findPair),
  keepApart: act(keepApart),
  joinRecords: act(joinRecords),
  listJoinings: read(listJoinings),
  findJoining: read(findJoining),
  partRecords: act(partRecords),
}
