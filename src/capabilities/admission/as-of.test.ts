import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate, type PlainDate } from '../../kernel/index.ts'
import { fileOn, type DoneAct, type KeptFile } from './as-of.ts'

const day = (text: string) => plainDate(text)
const bare = {
  id: 'f', version: 9, kind: 'confirmation', stage: 'running', stageSince: day('2018-01-01'), openedOn: day('2018-01-01'), closedOn: null, closeReason: null, personId: 'p', personName: 'Lò Thị Pấng', bornOn: null,
  cellId: 'c', circumstances: {}, movedAfter: null, certificateOn: null, cellResolvedOn: null, sentUpOn: null, committeeResolvedOn: null, sentToDecidingOn: null, submittedOn: null, extendedBy: 0,
  decidedOn: null, decisionNumber: '9-QĐ', decisionSignatory: 'Nông Văn Bình', decidedBy: 'd', decisionReceivedOn: null, ceremonyOn: null, ceremonyConsent: '7-CV', mentorId: 'm', mentorSince: null,
  dossierOpenedOn: null, probationFrom: null, probationUntil: null, effectiveOn: day('2017-12-01'), lastRemarkOn: null, returnedTo: null, documents: [], verifications: [], votes: [], returns: [],
} as const satisfies KeptFile

const done = (kind: DoneAct['kind'], on: string, facts: DoneAct['facts'] = {}): DoneAct => ({ isKnown: true, kind, occurredOn: day(on), fromStage: 'running', toStage: 'running', facts })
const at = (on: string) => ({ on: day(on), lookedBy: day(on) })
const someDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(day('2018-01-01'), days))
const days = ['closedOn', 'cellResolvedOn', 'sentUpOn', 'committeeResolvedOn', 'sentToDecidingOn', 'submittedOn', 'decidedOn', 'decisionReceivedOn', 'ceremonyOn', 'dossierOpenedOn'] as const
const kept = fc.record(Object.fromEntries(days.map((name) => [name, fc.option(someDay, { nil: null })])) as Record<(typeof days)[number], fc.Arbitrary<PlainDate | null>>).map((known): KeptFile => ({ ...bare, ...known }))

describe('a file rolled back to a day', () => {
  test('keeps what had happened by then and knows of nothing later', () => {
    fc.assert(fc.property(kept, someDay, (file, on) => {
      const then = fileOn(file, [], { on, lookedBy: on })
      for (const name of days) expect(then[name], name).toBe(file[name] !== null && file[name] <= on ? file[name] : null)
      expect([then.decisionNumber, then.decisionSignatory, then.decidedBy, then.effectiveOn].every((each) => (each === null) === (then.decidedOn === null))).toBe(true)
      expect(then.ceremonyConsent === null).toBe(then.ceremonyOn === null)
    }), { numRuns: 50 })
  })

  test('knows nothing of what was not known, whatever day it happened on', () => {
    const acts = [done('sendUp', '2018-02-01'), { ...done('recordConfirmationVote', '2018-02-02', { result: 'lost' }), isKnown: false }, { ...done('recordConfirmationDecision', '2018-02-10', { result: 'confirm' }), isKnown: false },
      { ...done('extendDecision', '2018-02-05', { workingDays: 5 }), isKnown: false }, { ...done('closeCase', '2018-02-11'), toStage: 'closed' as const, isKnown: false }]
    const file = { ...bare, cellResolvedOn: day('2018-01-20'), sentUpOn: day('2018-02-01'), decidedOn: day('2018-02-10'), extendedBy: 5, closedOn: day('2018-02-11') }
    expect(fileOn(file, acts, at('2018-03-01'))).toMatchObject({ cellResolvedOn: '2018-01-20', sentUpOn: '2018-02-01', decidedOn: null, decisionNumber: null, extendedBy: 0, closedOn: null })
  })

  test('lies before the board from its last submission on, until it is returned', () => {
    const acts = [done('submitForDecision', '2018-02-01'), done('returnCase', '2018-02-05'), done('submitForDecision', '2018-02-10')]
    const submitted = (on: string) => fileOn({ ...bare, submittedOn: day('2018-02-10') }, acts, at(on)).submittedOn
    expect(['2018-01-31', '2018-02-01', '2018-02-04', '2018-02-05', '2018-02-09', '2018-02-10'].map(submitted)).toEqual([null, '2018-02-01', '2018-02-01', null, null, '2018-02-10'])
  })

  test('has the time for its decision lengthened by what had been granted', () => {
    const acts = [done('extendDecision', '2018-02-01', { workingDays: 5 }), done('extendDecision', '2018-02-10', { workingDays: 20 })]
    expect(['2018-01-31', '2018-02-01', '2018-02-10'].map((on) => fileOn({ ...bare, extendedBy: 25 }, acts, at(on)).extendedBy)).toEqual([0, 5, 25])
  })

  test('had the mentor whom the next assignment took the place of, though nothing tells who assigned that one', () => {
    const acts = [done('assignMentor', '2018-02-10', { mentorId: 'm', former: 'n' })]
    expect(['2018-02-09', '2018-02-10'].map((on) => fileOn(bare, acts, at(on)).mentorId)).toEqual(['n', 'm'])
  })

  test('has moved after the step that its last letter tells of', () => {
    const acts = [done('moveCase', '2018-02-01', { letter: 'CV-92' }), done('moveCase', '2018-02-10', { letter: 'CV-93' })]
    expect(['2018-01-31', '2018-02-01', '2018-02-10'].map((on) => fileOn({ ...bare, movedAfter: 'committeeMeeting' }, acts, at(on)).movedAfter)).toEqual([null, 'cellMeeting', 'committeeMeeting'])
  })
})
