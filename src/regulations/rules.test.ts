import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, plainDate } from '../kernel/index.ts'
import { allRules, fits, findInstrument, firstRuledDay, packInForceOn, packs, pickedByNames, ruleTitles, valueWords, describeValue } from './index.ts'
import * as rules from './index.ts'

const lastSupportedDay = plainDate('2040-12-31')
const supportedDays = Array.from({ length: daysBetween(firstRuledDay, lastSupportedDay) + 1 }, (_, i) => addDays(firstRuledDay, i))

test('every title belongs to exactly one rule', () => {
  expect(allRules.map(({ key }) => key).sort()).toEqual(Object.keys(ruleTitles).sort())
})

describe.each(allRules.map((rule) => [rule.key, rule] as const))('%s', (_key, rule) => {
  test('is sorted by first day, without two entries on one day', () => {
    const days = rule.history.map(({ from }) => from)
    expect(days).toEqual([...new Set(days)].sort())
    expect(days[0]).toBe(firstRuledDay)
  })

  test('cites a known paper in every entry, and one that was already issued', () => {
    for (const { from, source } of rule.history) {
      const paper = findInstrument(source.instrument)
      expect(paper, source.instrument).toBeDefined()
      expect(paper!.issuedOn === undefined || paper!.issuedOn <= from, `${source.title} on ${from}`).toBe(true)
      expect(paper!.inForceDuring.from <= from && (!paper!.inForceDuring.until || from < paper!.inForceDuring.until), `${source.title} on ${from}`).toBe(true)
    }
  })

  test('answers for every supported day with the latest entry begun by then', () => {
    for (const day of supportedDays) {
      const answer = rule.inForceOn(day)
      if (answer.from > day || rule.history.some(({ from }) => from > answer.from && from <= day)) expect.fail(`${day}: ${answer.from}`)
      if (answer.pack !== packInForceOn(day).id || answer.overridden) expect.fail(day)
    }
  })

  test('has only values of its own shape, or says that they are unknown', () => {
    if (rule.shape.kind === 'structure') return
    for (const { value } of rule.history) expect(value === 'unknown' || fits(rule.shape, value), JSON.stringify(value)).toBe(true)
  })

  test('names its day and puts every value into words', () => {
    expect(pickedByNames[rule.pickedBy]).toBeTruthy()
    for (const { value } of rule.history) {
      const text = describeValue(rule, value)
      const identifiers = text.split(/[\s:;]+/).filter((word) => /[a-z][A-Z]|^unknown$/.test(word))
      expect(identifiers, text).toEqual([])
    }
  })
})

test('no rule answers before the first ruled day', () => {
  for (const rule of allRules) expect(() => rule.inForceOn(addDays(firstRuledDay, -1))).toThrow(RangeError)
})

test('the packs follow one another on the days of their regulations', () => {
  expect(packs.map(({ id, from }) => [id, from])).toEqual([
    ['P2011', '2011-11-01'], ['P2016', '2016-07-25'], ['P2021', '2021-07-30'], ['P2025A', '2025-01-20'],
    ['P2025B', '2025-07-01'], ['P2026A', '2026-04-08'], ['P2026B', '2026-07-26'],
  ])
  for (const [i, pack] of packs.entries()) {
    expect(packInForceOn(pack.from).id).toBe(pack.id)
    if (i > 0) expect(packInForceOn(addDays(pack.from, -1)).id).toBe(packs[i - 1]!.id)
  }
})

const holidays = (lunarNewYear: number, national: number) => ({ newYear: 1, lunarNewYear, hungKings: 1, victory: 1, labour: 1, national })

// Boundary days: the last day of the old value and the first of the new one.
const changes: readonly [rule: rules.DatedRule<unknown>, day: string, value: unknown][] = [
  [rules.education, '2021-07-29', 'lowerSecondaryOrEquivalent'], [rules.education, '2021-07-30', 'lowerSecondaryDiploma'],
  [rules.education, '2026-04-07', 'lowerSecondaryDiploma'], [rules.education, '2026-04-08', 'unknown'],
  [rules.education, '2026-07-25', 'unknown'], [rules.education, '2026-07-26', 'lowerSecondaryProgramme'],
  [rules.sponsorRelation, '2021-07-29', ['work', 'study']], [rules.sponsorRelation, '2021-07-30', ['work', 'study', 'residence']],
  [rules.ceremonyClockStart, '2026-04-07', 'receiptOfDecision'], [rules.ceremonyClockStart, '2026-04-08', 'unknown'],
  [rules.ceremonyClockStart, '2026-07-25', 'unknown'], [rules.ceremonyClockStart, '2026-07-26', 'dateOfDecision'],
  [rules.decisionBodyGrassroots, '2026-04-07', 'collectiveCommittee'], [rules.decisionBodyGrassroots, '2026-04-08', 'unknown'],
  [rules.decisionBodyGrassroots, '2026-07-25', 'unknown'], [rules.decisionBodyGrassroots, '2026-07-26', 'grassrootsStandingBoard'],
  [rules.decisionBodySuperior, '2025-06-30', 'districtStandingBoard'], [rules.decisionBodySuperior, '2025-07-01', 'directSuperiorOrProvince'],
  [rules.decisionBodySuperior, '2026-04-08', 'unknown'], [rules.decisionBodySuperior, '2026-07-26', 'province'],
  [rules.cardDigits, '2025-06-30', 8], [rules.cardDigits, '2025-07-01', 12],
  [rules.cellTermMonths, '2025-06-30', 30], [rules.cellTermMonths, '2025-07-01', 60],
  [rules.organisationCodeFormat, '2026-07-25', 'none'], [rules.organisationCodeFormat, '2026-07-26', { digits: 14, groups: [2, 3, 3, 3, 3] }],
  [rules.populationPolicyWaitMonths, '2018-08-27', 'unknown'], [rules.populationPolicyWaitMonths, '2018-08-28', { thirdChild: 24, fourthChild: 36 }],
  [rules.populationPolicyWaitMonths, '2025-03-19', { thirdChild: 24, fourthChild: 36 }], [rules.populationPolicyWaitMonths, '2025-03-20', 'unknown'],
  [rules.holidayDays, '2013-04-30', holidays(4, 1)], [rules.holidayDays, '2013-05-01', holidays(5, 1)],
  [rules.holidayDays, '2020-12-31', holidays(5, 1)], [rules.holidayDays, '2021-01-01', holidays(5, 2)],
  [rules.letterIssuers, '2025-06-30', { withinGrassroots: 'grassroots', withinSuperior: 'grassroots', beyond: 'superior' }],
  [rules.letterIssuers, '2025-07-01', { withinGrassroots: 'grassroots', withinSuperior: 'superior', beyond: 'superior' }],
  [rules.oldIdentityCounts, '2024-12-31', true], [rules.oldIdentityCounts, '2025-01-01', false],
  [rules.suspensionTerm, '2021-07-27', { first: 90, most: 180, counting: 'inWorkingDays' }], [rules.suspensionTerm, '2021-07-28', { first: 90, most: 180, counting: 'inDays' }],
  [rules.exemptionGroundsAllowed, '2022-01-17', ['oldAge', 'weakHealth']], [rules.exemptionGroundsAllowed, '2022-01-18', ['oldAge', 'weakHealth', 'longTreatment', 'abroadAlone', 'itinerantWork', 'maternity']],
  [rules.formMarks, '2025-09-28', 'sixteenForms'], [rules.formMarks, '2025-09-29', 'extendedSet'],
]

test.each(changes.map(([rule, day, value]) => [rule.key, day, JSON.stringify(value), rule, value] as const))('%s on %s is %s', (_key, day, _text, rule, value) => {
  expect(rule.inForceOn(plainDate(day)).value).toEqual(value)
})

test('every change of a value is held by a pair of boundary days', () => {
  const held = new Set(changes.map(([rule, day]) => `${rule.key} ${day}`))
  const changed = allRules.flatMap((rule) => rule.history.flatMap((entry, i) => {
    const before = rule.history[i - 1]
    return before && JSON.stringify(before.value) !== JSON.stringify(entry.value) ? [[rule.key, entry.from] as const] : []
  }))
  for (const [key, from] of changed) expect(held.has(`${key} ${from}`), `${key} ${from}`).toBe(true)
})

const constants: readonly [rules.DatedRule<unknown>, unknown][] = [
  [rules.minAge, 18], [rules.maxAge, 60], [rules.certificateValidityMonths, 60], [rules.fileFreshMonths, 12], [rules.sponsorsMin, 2],
  [rules.sponsorTogetherMonths, 12], [rules.backgroundReplyWorkingDays, 30], [rules.backgroundReplyAbroadWorkingDays, 90],
  [rules.decisionWorkingDays, 60], [rules.decisionExtensionWorkingDays, 30], [rules.ceremonyWorkingDays, 30], [rules.dossierOpeningWorkingDays, 30],
  [rules.readmissionWaitMonths, 36], [rules.readmissionWaitMonthsAfterConviction, 60], [rules.readmissionTimes, 1],
  [rules.probationMonths, 12], [rules.cellConsidersWorkingDays, 30], [rules.superiorDecidesWorkingDays, 30], [rules.confirmationExtensionWorkingDays, 30],
  [rules.maxVotesBeforeEscalation, 3], [rules.cellMinFullMembers, 3], [rules.grassrootsOrganisationMinFullMembers, 30],
  [rules.transferStartWorkingDays, 60], [rules.letterPresentWorkingDays, 30], [rules.temporaryTransferMonths, { min: 3, maxExclusive: 12, studyMax: 24 }],
]

test.each(constants.map(([rule, value]) => [rule.key, JSON.stringify(value), rule, value] as const))('%s is %s under every pack', (_key, _text, rule, value) => {
  for (const { from } of packs) expect(rule.inForceOn(from).value).toEqual(value)
})

describe('what nobody has read is never marked as verified', () => {
  const letter = { memory: 'm', verified: 'V', secondary: 's', inferred: 'i' } as const
  // One letter for each pack, 2011 to the second of 2026.
  const expected: readonly [rules.DatedRule<unknown>, string][] = [
    [rules.minAge, 'mVVVVms'], [rules.maxAge, 'mVVVVms'], [rules.overMaxAgeNeedsConsent, 'mVVVVms'], [rules.ageCounting, 'mVVVmmm'], [rules.education, 'mVVVsms'],
    [rules.certificateValidityMonths, 'mssssss'], [rules.fileFreshMonths, 'mVVVVmm'], [rules.sponsorsMin, 'mmmmmmm'], [rules.sponsorsBesideUnion, 'mmmmmmm'],
    [rules.sponsorTogetherMonths, 'msVVsmm'], [rules.sponsorRelation, 'mVVssmm'],
    [rules.cellVote, 'sssssss'], [rules.committeeVote, 'mssssmm'], [rules.removalVote, 'sssssss'],
    [rules.decisionWorkingDays, 'mVmVsmm'], [rules.decisionExtensionWorkingDays, 'mVmVsmm'], [rules.decisionClockStart, 'mVmVsmm'],
    [rules.decisionBodyGrassroots, 'mssssms'], [rules.ceremonyWorkingDays, 'mVVVsms'], [rules.ceremonyClockStart, 'mVVVsms'],
    [rules.probationMonths, 'sssssss'], [rules.probationStart, 'mVVVsms'], [rules.cellConsidersWorkingDays, 'mVVVVmm'], [rules.superiorDecidesWorkingDays, 'mVmVmmm'],
    [rules.confirmationEffective, 'mVVVVms'], [rules.maxVotesBeforeEscalation, 'mVVmmmm'],
    [rules.readmissionWaitMonths, 'mVVVVms'], [rules.readmissionTimes, 'mVVVVmm'],
  ]

  test.each(expected.map(([rule, marks]) => [rule.key, marks, rule] as const))('%s: %s', (_key, marks, rule) => {
    expect(packs.map(({ from }) => letter[rule.inForceOn(from).source.certainty]).join('')).toBe(marks)
  })

  test('no text of 2026 has been read: whatever it is said to say can be changed by an administrator', () => {
    const of2026 = allRules.flatMap(({ key, history }) => history.filter(({ from, source }) => from >= '2026-01-01' && source.certainty === 'verified').map(({ from }) => `${key} ${from}`))
    expect(of2026).toEqual([])
    expect(rules.packOf('P2026A').certainty).toBe('memory')
  })
})

test('every word that a value may be has its Vietnamese text', () => {
  for (const { shape } of allRules) if (shape.kind === 'choice' || shape.kind === 'choices') for (const choice of shape.choices) expect(valueWords[choice], choice).toBeTruthy()
})
