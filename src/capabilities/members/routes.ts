import { act, read, uncover, type RoutesFor } from '../../platform/http/index.ts'
import { findMember, findOwnMember } from './actions/find-member.ts'
import { listAway, listAwayFigures } from './actions/list-away.ts'
import { listMembers } from './actions/list-members.ts'
import { listPeople } from './actions/list-people.ts'
import { moveMember } from './actions/move-member.ts'
import { recordAway, recordReturn } from './actions/record-away.ts'
import { endPost, recordPost } from './actions/record-post.ts'
import { renewExcuse } from './actions/renew-excuse.ts'
import { revealMember } from './actions/reveal-member.ts'
import type { membersContract } from './contract.ts'

export const membersRoutes: RoutesFor<typeof membersContract> = {
  listMembers: read(listMembers),
  listPeople: read(listPeople),
  findMember: read(findMember),
  findOwnMember: read(findOwnMember),
  revealMember: uncover(revealMember),
  recordAway: act(recordAway),
  recordReturn: act(recordReturn),
  renewExcuse: act(renewExcuse),
  listAway: read(listAway),
  listAwayFigures: read(listAwayFigures),
  recordPost: act(recordPost),
  endPost: act(endPost),
  moveMember: act(moveMember),
}
