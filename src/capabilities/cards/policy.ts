import { role, roles, type Policy } from '../../platform/action/index.ts'

const officers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')
const superior = [role('superiorOfficer').in('ownSubtree')]
const readers = [...officers, ...roles('leader', 'inspector').in('ownSubtree'), role('cellSecretary').in('ownCell')]

/** The committee of the grassroots proposes and hands over; numbers are kept, and cards decided on, by the committee above it. */
export const cardsPolicy = {
  'cards.list': readers,
  'cards.read': readers,
  'cards.listRanges': [...officers, ...roles('leader', 'inspector').in('ownSubtree')],
  'cards.keepRanges': superior,
  'cards.propose': officers,
  'cards.decide': superior,
  'cards.handOver': officers,
  'cards.recordLoss': [...officers, role('cellSecretary').in('ownCell')],
  'cards.concludeLoss': officers,
  'cards.withdraw': officers,
  'cards.takeOver': officers,
} satisfies Policy
