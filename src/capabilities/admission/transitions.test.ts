import { describe, expect, test } from 'vitest'
import { actKinds, admissionStages, confirmationStages, type ActKind } from './codes.ts'
import { actsOf, admissionTransitions, confirmationTransitions, isFinal, nextStage, replay, type Result } from './transitions.ts'

const targets = (target: string | Readonly<Record<string, string>>): string[] => (typeof target === 'string' ? [target] : Object.values(target))

describe.each([['admission', admissionTransitions, admissionStages], ['confirmation', confirmationTransitions, confirmationStages]] as const)('the table of %s', (kind, table, stages) => {
  const rows = table as unknown as Record<string, Record<string, string | Record<string, string>>>

  test('leads only to its own stages', () => {
    for (const row of Object.values(rows)) for (const target of Object.values(row).flatMap(targets)) expect(stages).toContain(target)
  })

  test('has a way out of every stage that is not final', () => {
    for (const stage of stages) {
      const ways = Object.values(rows[stage]!).flatMap(targets).filter((target) => target !== stage)
      expect(ways.length > 0, stage).toBe(!isFinal(stage))
    }
  })

  test('reaches every stage from the first', () => {
    const seen = new Set<string>([kind === 'admission' ? 'fileOpen' : 'running'])
    for (let grown = 0; grown !== seen.size;) {
      grown = seen.size
      for (const stage of seen) for (const target of Object.values(rows[stage]!).flatMap(targets)) seen.add(target)
    }
    expect([...seen].sort()).toEqual([...stages].sort())
  })

  test('knows only acts of the room', () => {
    for (const row of Object.values(rows)) for (const act of Object.keys(row)) expect(actKinds).toContain(act)
  })
})

test('a carried vote and a lost one part ways', () => {
  expect(nextStage('admission', 'readyForCell', 'recordCellVote', 'carried')).toBe('cellPassed')
  expect(nextStage('admission', 'readyForCell', 'recordCellVote', 'lost')).toBe('cellRejected')
})

test('the result that an act cannot end in leads nowhere', () => {
  expect(nextStage('admission', 'readyForCell', 'recordCellVote', 'admit')).toBeUndefined()
  expect(nextStage('admission', 'readyForCell', 'recordCellVote')).toBeUndefined()
})

test('a readmission walks the table of an admission', () => {
  expect(nextStage('readmission', 'decided', 'recordCeremony')).toBe('ceremonyHeld')
})

test('after the last lost vote only reporting and closing are left', () => {
  expect(actsOf('confirmation', 'deadlocked').sort()).toEqual(['closeCase', 'reportDeadlock'])
})

test('a closed file knows no act', () => {
  expect(actsOf('admission', 'closed')).toEqual([])
  expect(actsOf('confirmation', 'completed')).toEqual([])
})

test('a history replays to its stage, and one that cannot be does not', () => {
  const acts: { kind: ActKind; result?: Result }[] = [{ kind: 'openCase' }, { kind: 'requestVerification' }, { kind: 'markReadyForCell' }, { kind: 'recordCellVote', result: 'carried' }]
  expect(replay('admission', acts)).toBe('cellPassed')
  expect(() => replay('admission', [...acts, { kind: 'recordCeremony' }])).toThrow('recordCeremony does not follow cellPassed')
})
