import { act, read, uncover, type RoutesFor } from '../../platform/http/index.ts'
import { findMemberWith, findOwnMemberWith } from './actions/find-member.ts'
import { listAway, listAwayFigures } from './actions/list-away.ts'
import { listMembers } from './actions/list-members.ts'
import { listPeople } from './actions/list-people.ts'
import { moveMember } from './actions/move-member.ts'
import { recordAway, recordReturn } from './actions/record-away.ts'
import { endPost, recordPost } from './actions/record-post.ts'
import { renewExcuse } from './actions/renew-excuse.ts'
import { revealMemberWith } from './actions/reveal-member.ts'
import type { membersContract } from './contract.ts'
import { noLifeEvents, type LifeEvents } from './ports.ts'

/** `life`: what the rooms above keep of the life of a person; handed in by the roof, nothing without it. */
export const membersRoutes = ({ life = noLifeEvents }: { life?: LifeEvents } = {}): RoutesFor<typeof membersContract> => ({
  listMembers: read(listMembers),
  listPeople: read(listPeople),
  findMember: read(findMemberWith(life)),
  findOwnMember: read(findOwnMemberWith(life)),
  revealMember: uncover(revealMemberWith(life)),
  recordAway: act(recordAway),
  recordReturn: act(recordReturn),
  renewExcuse: act(renewExcuse),
  listAway: read(listAway),
  listAwayFigures: read(listAwayFigures),
  recordPost: act(recordPost),
  endPost: act(endPost),
  moveMember: act(moveMember),
})
