import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '../kernel/index.ts'
import { carries, cellVote, committeeVote, mayDecide, requiredVotes, standingBoardVote, votingDenominator, whyNotCounted, type VoterStanding } from './index.ts'

const on = plainDate('2018-10-05')
const twoThirds = cellVote.inForceOn(on).value
const half = standingBoardVote.inForceOn(on).value

test.each([[3, 2], [9, 6], [10, 7], [20, 14], [21, 14], [22, 15]])('of %i full members %i must agree to an admission', (denominator, votes) => {
  expect(requiredVotes(twoThirds, denominator)).toBe(votes)
  expect(requiredVotes(committeeVote.inForceOn(on).value, denominator)).toBe(votes)
  expect(carries(twoThirds, votes, denominator)).toBe(true)
  expect(carries(twoThirds, votes - 1, denominator)).toBe(false)
})

test.each([[10, 6], [11, 6], [12, 7]])('of a standing board of %i more than half is %i', (denominator, votes) => {
  expect(requiredVotes(half, denominator)).toBe(votes)
  expect(carries(half, votes, denominator)).toBe(true)
  expect(carries(half, votes - 1, denominator)).toBe(false)
})

test('nothing carries when nobody is counted', () => {
  expect(carries(twoThirds, 0, 0)).toBe(false)
  expect(carries(half, 1, 0)).toBe(false)
  expect(requiredVotes(twoThirds, 0)).toBe(1)
})

const member = (standing: Partial<VoterStanding> = {}): VoterStanding => ({ fullMember: true, present: true, ...standing })

test.each([
  [member(), undefined],
  [member({ present: false }), undefined],
  [member({ fullMember: false }), 'probationary'],
  [member({ hostedTemporarily: true }), 'hostedTemporarily'],
  [member({ temporarilyElsewhere: true, present: false }), 'temporarilyElsewhere'],
  [member({ exemptFromMeetings: true, present: false }), 'exemptAndAbsent'],
  [member({ exemptFromMeetings: true, present: true }), undefined],
  [member({ suspended: true }), 'suspended'],
  [member({ prosecutedOrDetained: true, present: false }), 'prosecutedOrDetained'],
])('somebody who stands as %j is left out because %s', (standing, reason) => {
  expect(whyNotCounted(standing)).toBe(reason)
})

test('somebody absent from a whole congress with a reason is left out only of its elections', () => {
  expect(whyNotCounted(member({ present: false }), 'congressElection')).toBe('absentFromCongress')
  expect(whyNotCounted(member({ present: false }), 'meeting')).toBeUndefined()
})

const anybody = fc.record({
  fullMember: fc.boolean(), present: fc.boolean(), hostedTemporarily: fc.boolean(), temporarilyElsewhere: fc.boolean(),
  exemptFromMeetings: fc.boolean(), suspended: fc.boolean(), prosecutedOrDetained: fc.boolean(),
})

test('everybody on the list is either counted or left out with one reason', () => {
  fc.assert(fc.property(fc.array(anybody, { maxLength: 40 }), (roll) => {
    const { denominator, excluded } = votingDenominator(roll)
    expect(denominator + excluded.length).toBe(roll.length)
    expect(denominator).toBeLessThanOrEqual(roll.filter(({ fullMember }) => fullMember).length)
    for (const { person, reason } of excluded) expect(whyNotCounted(person)).toBe(reason)
  }))
})

test('absence alone never makes the number smaller', () => {
  fc.assert(fc.property(fc.array(anybody, { maxLength: 40 }), (roll) => {
    const notExempt = roll.map((person) => ({ ...person, exemptFromMeetings: false }))
    const absent = notExempt.map((person) => ({ ...person, present: false }))
    expect(votingDenominator(absent).denominator).toBe(votingDenominator(notExempt).denominator)
  }))
})

test('the smallest number that carries is the required one', () => {
  fc.assert(fc.property(fc.constantFrom(twoThirds, half), fc.integer({ min: 1, max: 10_000 }), (threshold, denominator) => {
    const votes = requiredVotes(threshold, denominator)
    expect(carries(threshold, votes, denominator)).toBe(true)
    expect(carries(threshold, votes - 1, denominator)).toBe(false)
    expect(votes).toBeLessThanOrEqual(denominator)
  }))
})

test('a cell left with two full members may not decide', () => {
  expect(mayDecide(2, on).mayDecide).toBe(false)
  expect(mayDecide(3, on)).toMatchObject({ mayDecide: true, rule: { value: 3, citation: { clause: 'Điều 24', certainty: 'verified' } } })
})
