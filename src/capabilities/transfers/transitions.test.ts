import { describe, expect, test } from 'vitest'
import { plainDate } from '../../kernel/index.ts'
import { directions, finalStages, openStages, stages, transferKinds, type Direction, type Stage, type TransferKind } from './codes.ts'
import { clockOf, nextActOf, type Transfer } from './model.ts'
import { isFinal, nextStage, possibleActs, transferTransitions } from './transitions.ts'

const transfer = (over: Partial<Transfer> = {}): Transfer => ({
  id: 'x', kind: 'official', direction: 'within', stage: 'requested', stageSince: plainDate('2018-08-01'), personId: 'p', personName: 'Hoàng Văn A', bornOn: '1980', probationary: false, reach: 'withinSuperior',
  fromCellId: 'a', fromName: 'Chi bộ A', receiverId: 'b', toCellId: null, addressId: null, toName: 'Đảng bộ B', cause: 'work', causeOn: plainDate('2018-07-02'), reason: null, consent: null,
  requestedOn: plainDate('2018-08-01'), letterOn: plainDate('2018-08-06'), presentBy: plainDate('2018-09-18'), endsOn: null, acceptedOn: null, arrival: null, version: 1, ...over,
})

/** Kinds and directions that exist together, in every open stage that they can reach. */
function* everyOpen(): Generator<Transfer> {
  for (const stage of openStages) for (const direction of directions) for (const kind of transferKinds) for (const toCellId of [null, 'cell']) {
    if (kind === 'joint' || !reaches(stage, direction, kind)) continue
    yield transfer({ stage, direction, kind, toCellId, fromCellId: direction === 'in' ? null : 'a', receiverId: direction === 'out' ? null : 'b', endsOn: kind === 'temporary' ? plainDate('2019-01-01') : null, acceptedOn: stage === 'hosted' ? plainDate('2018-08-20') : null })
  }
}

const fitting: Readonly<Record<Direction, readonly TransferKind[]>> = { within: ['official', 'temporary', 'internal'], out: ['official', 'temporary', 'abroad'], in: ['official', 'temporary', 'fromAbroad'] }

/** A grassroots cell has no other cell beside it: no internal move begins there. */
const ends = (result: string, kind: TransferKind): boolean => ({ forATime: kind === 'temporary', lasting: kind !== 'temporary', superior: kind !== 'internal' })[result] ?? true

/** Whether acts that are possible lead from the beginning of such a transfer to the stage. */
function reaches(stage: Stage, direction: Direction, kind: TransferKind): boolean {
  if (!fitting[direction].includes(kind)) return false
  const seen = new Set<Stage>()
  const waiting: Stage[] = [direction === 'in' ? 'presented' : 'requested']
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    for (const act of possibleActs({ stage: at, direction, kind })) {
      const target: unknown = (transferTransitions as Record<string, Record<string, unknown>>)[at]![act]
      for (const to of typeof target === 'string' ? [target] : Object.entries(target as object).filter(([result]) => ends(result, kind)).map(([, to]) => to as string)) waiting.push(to as Stage)
    }
  }
  return seen.has(stage)
}

describe('every open transfer', () => {
  test('has exactly one next act, which is possible, with an owner and a side, on every day', () => {
    let tried = 0
    for (const each of everyOpen()) for (const today of ['2018-08-07', '2018-09-18', '2018-09-19', '2018-11-06', '2020-01-01']) for (const issuer of ['grassroots', 'superior'] as const) {
      const next = nextActOf(each, { issuer, today: plainDate(today) })
      tried++
      expect(next, `${each.stage} ${each.direction} ${each.kind} ${today}`).toBeDefined()
      expect(possibleActs(each), `${each.stage} ${each.direction} ${each.kind} ${today}`).toContain(next!.act)
      expect(next!.owner).toBeTruthy()
    }
    expect(tried).toBeGreaterThan(300)
  })

  test('has a clock; a closed one has neither clock nor next act', () => {
    for (const each of everyOpen()) expect(clockOf(each)?.dueOn, each.stage).toBeTruthy()
    for (const stage of finalStages) {
      expect(nextActOf(transfer({ stage }), { issuer: 'grassroots', today: plainDate('2018-10-05') })).toBeUndefined()
      expect(clockOf(transfer({ stage }))).toBeUndefined()
    }
  })

  test('can end', () => {
    for (const each of everyOpen()) expect(finalStages.some((end) => canReach(each.stage, end)), each.stage).toBe(true)
  })
})

function canReach(from: Stage, to: Stage, seen = new Set<Stage>()): boolean {
  if (from === to) return true
  seen.add(from)
  return Object.values(transferTransitions[from] as Record<string, Stage | Record<string, Stage>>).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
    .some((next) => !seen.has(next) && canReach(next, to, seen))
}

describe('the table of transitions', () => {
  test('has no way out of a closed stage and at least one out of an open one', () => {
    for (const stage of stages) expect(Object.keys(transferTransitions[stage]).length === 0).toBe(isFinal(stage))
  })

  test('parts a lasting reception from one for a time', () => {
    expect(nextStage('presented', 'accept', 'lasting')).toBe('accepted')
    expect(nextStage('presented', 'accept', 'forATime')).toBe('hosted')
    expect(nextStage('requested', 'accept', 'lasting')).toBeUndefined()
  })
})

describe('who acts when a letter is not presented', () => {
  const at = (today: string, over: Partial<Transfer> = {}) => nextActOf(transfer({ stage: 'handedOver', ...over }), { issuer: 'grassroots', today: plainDate(today) })
  test('is the member up to the last day, then the sending committee', () => {
    expect(at('2018-09-18')).toEqual({ act: 'present', owner: 'member', side: 'sending' })
    expect(at('2018-09-19')).toEqual({ act: 'voidLetter', owner: 'grassrootsCommittee', side: 'sending' })
  })
  test('is the organisation outside, then the committee that asks it, then the one that voids the letter', () => {
    const out = { direction: 'out' as const, receiverId: null }
    expect(at('2018-09-18', out)!.owner).toBe('outsideOrganisation')
    expect(at('2018-09-19', out)).toMatchObject({ act: 'confirmOutside', owner: 'grassrootsCommittee' })
    expect(at('2018-11-06', out)!.act).toBe('voidLetter')
  })
  test('leads to the proposal of removal three months after the letter, not a day before', () => {
    const voided = { stage: 'letterVoid' as const }
    expect(at('2018-11-05', voided)!.act).toBe('issueLetter')
    expect(at('2018-11-06', voided)!.act).toBe('proposeRemoval')
  })
})
