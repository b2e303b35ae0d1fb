import { expect, test } from 'vitest'
import { plainDate } from '../kernel/index.ts'
import { documentReasons, documentTypes, ownerNames, requiredDocuments, stepOf, steps, type DocumentFacts, type StepCode } from './index.ts'

const on = plainDate('2018-10-05')
const ordinary: DocumentFacts = {
  youthUnionExists: true, youthUnionMember: true, ofYouthUnionAge: true, tradeUnionMember: false, sectionExists: false, committeeAuthorised: false,
  readmission: false, overMaxAge: false, educationByConsent: false, verifiedByLetter: false,
}
const codes = (facts: DocumentFacts, need: 'required' | 'notRequired' | 'cannotTell', stage?: 'admission' | 'confirmation') =>
  requiredDocuments(facts, on, { stage }).filter((each) => each.need === need).map(({ code }) => code)
const documentOf = (facts: DocumentFacts, code: string, day = on) => requiredDocuments(facts, day).find((each) => each.code === code)!

test('a young-union member of an ordinary cell needs these papers and no others', () => {
  expect(codes(ordinary, 'required', 'admission')).toEqual(
    ['KNĐ-CN', 'KNĐ-1', 'KNĐ-2', 'KNĐ-3', 'KNĐ-4', 'KNĐ-5', 'KNĐ-6', 'KNĐ-8', 'KNĐ-9', 'KNĐ-LT', 'HSĐV-1', 'HSĐV-2'])
  expect(codes(ordinary, 'cannotTell')).toEqual([])
})

test('a confirmation needs these papers and no others', () => {
  expect(codes(ordinary, 'required', 'confirmation')).toEqual(
    ['KNĐ-GCNLM', 'KNĐ-10', 'KNĐ-11', 'KNĐ-12', 'KNĐ-13', 'KNĐ-15', 'KNĐ-16', 'DM-100'])
})

test.each<[string, DocumentFacts, string, string, string]>([
  ['where a section exists its appraisal is needed', { sectionExists: true }, 'KNĐ-7', 'required', 'sectionExists'],
  ['without a section there is none', {}, 'KNĐ-7', 'notRequired', 'noSection'],
  ['an authorised committee decides itself', { committeeAuthorised: true }, 'KNĐ-9A', 'required', 'committeeAuthorised'],
  ['an authorised committee proposes nothing', { committeeAuthorised: true }, 'KNĐ-8', 'notRequired', 'committeeAuthorised'],
  ['a readmission has a decision of its own', { readmission: true }, 'KNĐ-QĐKNL', 'required', 'readmission'],
  ['a readmission has no ordinary decision', { readmission: true }, 'KNĐ-9', 'notRequired', 'readmission'],
  ['a readmission needs the consent first', { readmission: true }, 'KNĐ-ĐYKNL', 'required', 'needsConsent'],
  ['somebody over sixty needs the consent first', { overMaxAge: true }, 'KNĐ-ĐYKNL', 'required', 'needsConsent'],
  ['an exception of education needs the consent first', { educationByConsent: true }, 'KNĐ-ĐYKNL', 'required', 'needsConsent'],
  ['an ordinary case needs no consent', {}, 'KNĐ-ĐYKNL', 'notRequired', 'noConsentNeeded'],
  ['where no youth union exists it gives no resolution', { youthUnionExists: false }, 'KNĐ-4', 'notRequired', 'noYouthUnion'],
  ['where no youth union exists the trade union introduces its member', { youthUnionExists: false, tradeUnionMember: true }, 'KNĐ-4A', 'required', 'tradeUnionMember'],
  ['where a youth union exists the trade union does not', { tradeUnionMember: true }, 'KNĐ-4A', 'notRequired', 'youthUnionExists'],
  ['a young person outside the union lacks its resolution', { youthUnionMember: false }, 'KNĐ-4', 'required', 'ofYouthUnionAge'],
  ['an older person outside the union needs none', { youthUnionMember: false, ofYouthUnionAge: false }, 'KNĐ-4', 'notRequired', 'notOfYouthUnionAge'],
  ['a reply by letter is a paper of its own', { verifiedByLetter: true }, 'KNĐ-2TT', 'required', 'verifiedByLetter'],
  ['who moves after the cell meeting takes a letter', { movedAfter: 'cellMeeting' }, 'CV-92', 'required', 'moved'],
  ['who moves after the cell meeting takes no later letter', { movedAfter: 'cellMeeting' }, 'CV-93', 'notRequired', 'notMoved'],
  ['who is not qualified is removed', { notQualified: true }, 'KNĐ-XTDB', 'required', 'notQualified'],
  ['who is not qualified gets no confirmation', { notQualified: true }, 'KNĐ-16', 'notRequired', 'notQualified'],
])('%s', (_name, facts, code, need, reason) => {
  expect(documentOf({ ...ordinary, ...facts }, code)).toMatchObject({ need, reason })
})

test('what depends on a fact that nobody knows is left open and names the fact', () => {
  expect(documentOf({}, 'KNĐ-7')).toMatchObject({ need: 'cannotTell', missing: ['sectionExists'] })
  expect(documentOf({}, 'KNĐ-9')).toMatchObject({ need: 'cannotTell', missing: ['readmission'] })
  expect(documentOf({}, 'KNĐ-8')).toMatchObject({ need: 'cannotTell', missing: ['committeeAuthorised'] })
  expect(documentOf({ youthUnionExists: true }, 'KNĐ-4')).toMatchObject({ need: 'cannotTell', missing: ['youthUnionMember'] })
  expect(documentOf({}, 'KNĐ-ĐYKNL').missing).toEqual(['readmission', 'overMaxAge', 'educationByConsent'])
})

test('one sponsor beside a union, two without one', () => {
  expect(documentOf(ordinary, 'KNĐ-3')).toMatchObject({ minCount: 1, rule: { key: 'admission.sponsorsBesideUnion' } })
  expect(documentOf({ ...ordinary, youthUnionExists: false }, 'KNĐ-3')).toMatchObject({ minCount: 2, rule: { key: 'admission.sponsorsMin' } })
})

test('the marks of the forms are sure from 2017 until the extended set of 2025', () => {
  const confirmedOn = (day: string) => documentOf(ordinary, 'KNĐ-6', plainDate(day)).formMark
  expect(confirmedOn('2017-06-04')).toEqual({ mark: '6-KNĐ', confirmed: false })
  expect(confirmedOn('2017-06-05')).toEqual({ mark: '6-KNĐ', confirmed: true })
  expect(confirmedOn('2025-09-28')).toEqual({ mark: '6-KNĐ', confirmed: true })
  expect(confirmedOn('2025-09-29')).toEqual({ mark: '6-KNĐ', confirmed: false })
})

test('every document has a title, a step, a reason in words and a citation', () => {
  for (const each of requiredDocuments({}, on)) {
    expect(each.title.length).toBeGreaterThan(5)
    expect(stepOf(each.step).documents).toContain(each.code)
    expect(documentReasons[each.reason]).toBeTruthy()
    expect(each.rule.citation.title).toBeTruthy()
  }
  expect(new Set(documentTypes.map(({ code }) => code)).size).toBe(documentTypes.length)
})

test('the steps run A01 to A14 and P01 to P11, each with an owner', () => {
  const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}` as StepCode)
  expect(steps.map(({ code }) => code)).toEqual([...numbered('A', 14), ...numbered('P', 11)])
  for (const { owner, title } of steps) expect(ownerNames[owner] && title).toBeTruthy()
})

test('the steps that vote ask for the share of their own body', () => {
  const votes = steps.filter(({ vote }) => vote).map(({ code, vote }) => [code, vote!.key])
  expect(votes).toEqual([
    ['A02', 'votes.cellAgreement'], ['A09', 'votes.cell'], ['A11', 'votes.committee'], ['A12', 'votes.standingBoard'],
    ['P06', 'votes.cell'], ['P08', 'votes.committee'], ['P09', 'votes.standingBoard'], ['P10', 'votes.removal'],
  ])
})
