import { expect, test } from 'vitest'
import type { OutboxEntry } from './entry.ts'
import { followsOn, onVersion } from './sending.ts'

const entry = (more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'one', title: '', rows: [], page: '/m/', madeAt: '2018-10-05T01:00:00Z', done: 0, state: 'waiting', subject: { kind: 'file', id: 'a', version: 3 },
  steps: [{ id: 'first', method: 'POST', path: '/x', body: { version: 3, text: 'a' } }, { id: 'second', method: 'POST', path: '/x/%7Bid%7D', body: {} }], ...more,
})

test.each([
  ['the same version of the same thing', entry(), true],
  ['another version', entry({ subject: { kind: 'file', id: 'a', version: 4 } }), false],
  ['another thing', entry({ subject: { kind: 'file', id: 'b', version: 3 } }), false],
  ['what was refused', entry({ state: 'refused' }), false],
  ['what has begun to arrive', entry({ done: 1 }), false],
])('a change follows on one that was sent: %s', (_words, later, follows) => {
  expect(followsOn(later, entry())).toBe(follows)
})

test('on another version a change is another request, with a key of its own', () => {
  const moved = onVersion(entry(), 7, () => 'new')
  expect(moved.subject?.version).toBe(7)
  expect(moved.steps.map(({ id, body }) => [id, body['version']])).toEqual([['new', 7], ['second', undefined]])
})

test('what has arrived keeps its key', () => {
  expect(onVersion(entry({ done: 1 }), 7, () => 'new').steps[0]!.id).toBe('first')
})
