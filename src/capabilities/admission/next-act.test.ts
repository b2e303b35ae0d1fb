import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate, type PlainDate, type UncertainDate } from '../../kernel/index.ts'
import { documentTypes, requiredDocuments, steps } from '../../regulations/index.ts'
import { dueOwners } from '../reminders/index.ts'
import { clocksOf, holdingsOf, latenessOf, withoutReturned } from './clocks.ts'
import { admissionStages, confirmationStages, faultKinds, relatives } from './codes.ts'
import { sentenceOf } from './answers.ts'
import { stageLineOf } from './file-page.ts'
import { columnOf } from './board.ts'
import { boardColumns } from './codes.ts'
import type { CaseDocument, CaseFile, Line, Return, Vote } from './model.ts'
import { holderOf } from './model.ts'
import { judge, nextActOf } from './next-act.ts'
import { actsOf, isFinal } from './transitions.ts'

const day = (text: string) => plainDate(text)
const cell = { id: 'c', name: 'Chi bộ Thôn Khun Luông', shortName: 'Thôn Khun Luông' }
const commune = { id: 'g', name: 'Đảng bộ xã Quang Minh', shortName: 'xã Quang Minh' }
const district = { id: 'd', name: 'Đảng bộ huyện Bắc Quang', shortName: 'huyện Bắc Quang' }
const ordinaryLine: Line = { cell, section: null, grassroots: commune, deciding: district, hasCommittee: true, decidesItself: false }

const empty: CaseFile = {
  id: 'f', version: 1, kind: 'admission', stage: 'fileOpen', stageSince: day('2018-05-20'), openedOn: day('2018-05-20'), closedOn: null, closeReason: null, personId: 'p', personName: 'Hoàng Thị Nhung',
  bornOn: '1994-05-03' as UncertainDate, cellId: 'c', line: ordinaryLine, circumstances: {}, movedAfter: null, certificateOn: null, cellResolvedOn: null, sentUpOn: null, committeeResolvedOn: null,
  sentToDecidingOn: null, submittedOn: null, extendedBy: 0, decidedOn: null, decisionNumber: null, decisionSignatory: null, decidedBy: null, decisionReceivedOn: null, ceremonyOn: null,
  ceremonyConsent: null, mentorId: null, mentorSince: null, dossierOpenedOn: null, probationFrom: null, probationUntil: null, effectiveOn: null, lastRemarkOn: null, returnedTo: null,
  documents: [], verifications: [], votes: [], returns: [], people: {},
}

const rule = requiredDocuments({}, day('2018-05-20'))[0]!.rule
const aVote = (level: Vote['level'], question: Vote['question'], outcome: Vote['outcome'], heldOn: PlainDate): Vote => ({
  id: 'v', level, question, ordinal: 1, heldOn, roll: 9, excluded: [], denominator: 9, required: 6, present: 9, inFavour: 9, against: 0, invalid: 0, outcome, resolutionNumber: null, rule,
})
const aReturn = (returnedOn: PlainDate, resentOn: PlainDate | null): Return => ({
  id: 'r', returnedOn, fromLevel: 'decidingOffice', toLevel: 'cell', dueOn: addDays(returnedOn, 20), resentOn, recordedAt: '', reasons: [{ id: 'x', documentType: 'KNĐ-5', documentId: null, condition: null, what: 'a', todo: 'b', kind: 'missing' }],
})

const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(day('2017-06-01'), days))
const perhaps = fc.option(someDay, { nil: null })
const paper: fc.Arbitrary<CaseDocument> = fc.record({
  id: fc.uuid(), code: fc.constantFrom(...documentTypes.map(({ code }) => code)), subjectId: fc.constant(null), number: fc.constant(null), datedOn: perhaps, receivedOn: someDay, pages: fc.constant(null),
  state: fc.constantFrom('toCheck' as const, 'valid' as const, 'needsWork' as const), fault: fc.option(fc.constantFrom(...faultKinds), { nil: null }), remark: fc.constant(null), checkedBy: fc.constant(null),
  checkedOn: fc.constant(null), sending: fc.integer({ min: 1, max: 3 }), replacesId: fc.constant(null), recordedAt: fc.constant(''),
})
const line: fc.Arbitrary<Line> = fc.constantFrom(
  ordinaryLine, { ...ordinaryLine, section: { id: 's', name: 'Đảng bộ bộ phận', shortName: 's' } }, { ...ordinaryLine, decidesItself: true, deciding: commune },
  { ...ordinaryLine, grassroots: cell, hasCommittee: false },
)
const facts = fc.record({
  line, bornOn: fc.option(fc.constantFrom('1994-05-03', '1994', '2001-08', '1950-01-01').map((text) => text as UncertainDate), { nil: null }), certificateOn: perhaps, sentUpOn: perhaps, sentToDecidingOn: perhaps,
  submittedOn: perhaps, extendedBy: fc.constantFrom(0, 10, 30), decisionReceivedOn: perhaps, mentorId: fc.option(fc.constant('m'), { nil: null }), lastRemarkOn: perhaps,
  documents: fc.array(paper, { maxLength: 14 }), returned: fc.boolean(), returns: fc.array(someDay, { maxLength: 2 }),
  verifications: fc.array(fc.record({
    id: fc.uuid(), about: fc.constantFrom(...relatives), place: fc.constant('Xã'), abroad: fc.boolean(), askedOn: someDay, repliedOn: perhaps, byLetter: fc.option(fc.boolean(), { nil: null }), outcome: fc.constant(null),
  }), { maxLength: 3 }),
  told: fc.record({ vietnameseCitizen: fc.boolean(), youthUnionExists: fc.boolean(), youthUnionMember: fc.boolean(), tradeUnionMember: fc.boolean(), politicalMatter: fc.boolean(), formerMember: fc.constant(null), religion: fc.record({ applies: fc.boolean() }) }, { requiredKeys: [] }),
})

/** A file of any kind in any stage, with the dates that brought it there. */
const anyFile: fc.Arbitrary<CaseFile> = fc.tuple(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('admission' as const, 'readmission' as const), stage: fc.constantFrom(...admissionStages) }),
    fc.record({ kind: fc.constant('confirmation' as const), stage: fc.constantFrom(...confirmationStages) }),
  ), facts, someDay, fc.constantFrom('confirm' as const, 'strikeOff' as const),
).map(([{ kind, stage }, { told, returned, returns, ...given }, resolvedOn, question]) => {
  const voted = !['fileOpen', 'verifying', 'readyForCell', 'running', 'cellRejected', 'deadlocked', 'reported'].includes(stage)
  const inCommittee = ['cellPassed', 'appraised', 'committeePassed'].includes(stage)
  const decided = ['decided', 'declined', 'ceremonyHeld', 'confirmed', 'struckOff'].includes(stage)
  const asked = kind === 'confirmation' ? question : ('admit' as const)
  return {
    ...empty, ...given, kind, stage, circumstances: told, cellResolvedOn: voted ? resolvedOn : null, votes: voted ? [aVote('cell', asked, 'carried', resolvedOn)] : [],
    decidedOn: decided ? addDays(resolvedOn, 50) : null, ceremonyOn: stage === 'ceremonyHeld' ? addDays(resolvedOn, 60) : null, closedOn: isFinal(stage) ? resolvedOn : null,
    probationFrom: kind === 'confirmation' ? addDays(resolvedOn, -400) : null, probationUntil: kind === 'confirmation' ? addDays(resolvedOn, -35) : null,
    returns: inCommittee ? [...returns.map((on) => aReturn(on, addDays(on, 5))), ...(returned ? [aReturn(resolvedOn, null)] : [])] : [], returnedTo: inCommittee && returned ? ('cell' as const) : null,
  }
})

describe('a file of any kind in any state', () => {
  test('has exactly one next act that its stage knows, with an owner and a step, and none once it is closed', () => {
    fc.assert(fc.property(anyFile, someDay, (file, today) => {
      const judged = judge(file, today, {})
      const next = nextActOf(judged)
      expect(next === undefined).toBe(file.closedOn !== null)
      if (!next) return
      expect(actsOf(file.kind, file.stage), `${next.code} in ${file.stage}`).toContain(next.code)
      expect(dueOwners).toContain(next.owner)
      expect(steps.map(({ code }) => code)).toContain(next.step)
      expect(next.dueOn === null || next.rule !== null).toBe(true)
      expect(sentenceOf(judged, next)).toMatch(/^[^{}]{6,}$/)
    }), { numRuns: 3000 })
  })

  test('is in the hands of the one whose turn it is, except for what is asked of others', () => {
    fc.assert(fc.property(anyFile, someDay, (file, today) => {
      const next = nextActOf(judge(file, today, {}))
      if (!next || ['politicalCentre', 'candidate'].includes(next.owner) || next.step === 'A06' || next.code === 'recordDossierOpened' || next.code === 'closeCase') return
      expect(next.owner).toBe(holderOf(file))
    }), { numRuns: 1500 })
  })

  test('splits a clock among those who had the file without losing or doubling a day', () => {
    fc.assert(fc.property(anyFile, someDay, (file, today) => {
      for (const clock of clocksOf(file, today, {}).filter(({ kind }) => kind === 'decision' || kind === 'confirmationDecision')) {
        const holdings = holdingsOf(file, clock, today, {})
        const end = clock.doneOn ?? (today > clock.startsOn ? today : clock.startsOn)
        expect(holdings[0]?.from).toBe(clock.startsOn)
        for (const [i, holding] of holdings.entries()) if (i > 0) expect(holding.from).toBe(holdings[i - 1]!.until)
        const whole = holdingsOf({ ...file, sentUpOn: null, sentToDecidingOn: null, submittedOn: null, committeeResolvedOn: null, returns: [] }, clock, today, {})
        expect(holdings.reduce((sum, { workingDays }) => sum + workingDays, 0)).toBe(whole.reduce((sum, { workingDays }) => sum + workingDays, 0))
        const other = withoutReturned(clock, holdings, today, {})
        if (other) expect(other.dueOn >= clock.dueOn).toBe(true)
        expect(end >= clock.startsOn).toBe(true)
      }
    }), { numRuns: 1500 })
  })

  test('stands in one column and at one place of its line', () => {
    fc.assert(fc.property(anyFile, someDay, (file, today) => {
      const line = stageLineOf(judge(file, today, {}))
      expect(line.filter(({ state }) => state === 'current').length).toBeLessThanOrEqual(1)
      const states = line.map(({ state }) => state).join(' ')
      if (file.kind === 'confirmation') return
      expect(states).toMatch(/^(done ?)*(current ?)?(ahead ?)*$/)
      expect(boardColumns).toContain(columnOf(file))
    }), { numRuns: 1000 })
  })
})

test('a probation of long ago is judged by the first rules known', () => {
  const file: CaseFile = { ...empty, kind: 'confirmation', stage: 'running', probationFrom: day('2008-02-29'), probationUntil: day('2009-02-28'), openedOn: day('2018-10-01') }
  const judged = judge(file, day('2018-10-05'), {})
  expect(nextActOf(judged)).toMatchObject({ code: 'assignMentor', dueOn: '2009-04-13' })
  expect(latenessOf(file, judged.clocks, day('2018-10-05'), {})[0]).toMatchObject({ level: 'cell', dueOn: '2009-04-13', doneOn: null })
})

test('the awareness certificate of another day than the paper in the file gives way to the paper', () => {
  const paperInFile: CaseDocument = { id: 'd', code: 'KNĐ-CN', subjectId: null, number: null, datedOn: day('2017-05-15'), receivedOn: day('2018-05-20'), pages: 1, state: 'toCheck', fault: null, remark: null, checkedBy: null, checkedOn: null, sending: 1, replacesId: null, recordedAt: '' }
  const judged = judge({ ...empty, certificateOn: day('2010-01-01'), documents: [paperInFile] }, day('2018-10-05'), {})
  expect(judged.eligibility!.reasons.find(({ condition }) => condition === 'certificate')).toMatchObject({ verdict: 'met', facts: { issuedOn: '2017-05-15' } })
})
