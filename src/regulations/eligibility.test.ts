import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate, uncertainDate } from '../kernel/index.ts'
import { ageInMonths, judgeEligibility, missingNames, conditionTitles, verdictNames, sponsorFaults, type Condition, type EligibilityFacts, type Override, type SponsorFacts, type SponsorFault } from './index.ts'

const d = plainDate
const on = d('2018-10-05')

const sponsor = (changes: Partial<SponsorFacts> = {}): SponsorFacts =>
  ({ label: 's1', fullMember: true, relation: 'work', togetherSince: d('2015-01-01'), underDiscipline: false, ...changes })

/** A candidate against whom nothing speaks on 05/10/2018. */
const candidate: EligibilityFacts = {
  vietnameseCitizen: true, birth: uncertainDate('1994-05-20'), education: { level: 'G30', evidence: 'E1' }, livesInSpecialArea: true, personOfStanding: false,
  certificate: { issuedOn: d('2017-03-01') }, fileMadeOn: d('2018-06-01'), youthUnionExists: true, youthUnionMember: true, unionResolution: { of: 'youthUnion' },
  sponsors: [sponsor()], background: [{ of: 'candidate', reply: 'received' }, { of: 'father', reply: 'excused' }], politicalMatter: false,
  consents: {}, formerMember: null, populationPolicy: { applies: false }, religion: { applies: false }, foreignMarriage: { applies: false },
}
const verdictOf = (facts: Partial<EligibilityFacts>, condition: Condition, day = on, overrides?: Override[]) =>
  judgeEligibility({ ...candidate, ...facts }, day, overrides).reasons.find((each) => each.condition === condition)!

test('a candidate against whom nothing speaks is eligible, with a rule for every condition that arises', () => {
  const { answer, reasons } = judgeEligibility(candidate, on)
  expect(answer).toBe('yes')
  for (const { condition, verdict, rule } of reasons) {
    expect(verdict, condition).toBe('met')
    if (condition !== 'formerMember') expect(rule?.citation.title, condition).toBeTruthy()
    if (rule) expect(rule.pack).toBe('P2016')
  }
})

test('about somebody of whom nothing is known nothing can be told, and every reason says what is missing', () => {
  const { answer, reasons } = judgeEligibility({}, on)
  expect(answer).toBe('cannotTell')
  for (const { condition, verdict, missing } of reasons) {
    expect(verdict, condition).toBe('unknown')
    expect(missing?.length, condition).toBeGreaterThan(0)
  }
})

describe('age', () => {
  test.each([
    ['2000-10-05', 'met', 'eighteen on the day'], ['2000-10-06', 'notMet', 'eighteen tomorrow'],
    ['2000-10', 'notMet', 'the month only: the last day may be later'], ['2000-09', 'met', 'the month before'],
    ['2000', 'notMet', 'the year only: December may be meant'], ['1999', 'met', 'the year before'],
    ['1958-10-05', 'met', 'sixty on the day'], ['1958-09-06', 'met', 'sixty and not yet a full month'],
    ['1958-09-05', 'notMet', 'sixty and a full month'], ['1958', 'met', 'the year only: December may be meant'], ['1957', 'notMet', 'surely over sixty'],
  ])('born %s: %s, %s', (birth, verdict) => {
    expect(verdictOf({ birth: uncertainDate(birth) }, 'age').verdict).toBe(verdict)
  })

  test('a year of birth is asked for when the administrator does not want it assumed', () => {
    const overrides: Override[] = [{ rule: 'admission.uncertainBirth', from: d('2011-11-01'), value: 'ask', instrument: 'QUY-UOC', clause: '' }]
    expect(verdictOf({ birth: uncertainDate('2000') }, 'age', on, overrides)).toMatchObject({ verdict: 'unknown', missing: ['birthDay'] })
    expect(verdictOf({ birth: uncertainDate('1999') }, 'age', on, overrides).verdict).toBe('met')
  })

  test('over sixty a consent issued by the day of the meeting opens the way', () => {
    const birth = uncertainDate('1955-01-01')
    expect(verdictOf({ birth, consents: { overMaxAge: { issuedOn: d('2018-10-05'), number: '12-CV/TU' } } }, 'age')).toMatchObject({ verdict: 'exceptionByConsent', facts: { consent: '12-CV/TU' } })
    expect(verdictOf({ birth, consents: { overMaxAge: { issuedOn: d('2018-10-06') } } }, 'age').verdict).toBe('notMet')
    expect(verdictOf({ birth, consents: undefined }, 'age')).toMatchObject({ verdict: 'unknown', missing: ['consents'] })
    expect(judgeEligibility({ ...candidate, birth, consents: { overMaxAge: { issuedOn: d('2018-09-01') } } }, on).answer).toBe('yes')
  })

  test('a less exact birth never makes anybody older', () => {
    fc.assert(fc.property(fc.integer({ min: 1940, max: 2005 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, day) => {
      const two = (n: number) => String(n).padStart(2, '0')
      const [exact, byMonth, byYear] = [`${year}-${two(month)}-${two(day)}`, `${year}-${two(month)}`, `${year}`].map((text) => ageInMonths(uncertainDate(text), on))
      expect(byMonth!).toBeLessThanOrEqual(exact!)
      expect(byYear!).toBeLessThanOrEqual(byMonth!)
      expect(exact! - byYear!).toBeLessThanOrEqual(12)
    }))
  })
})

describe('education', () => {
  const lowland = { livesInSpecialArea: false, personOfStanding: false }
  test.each([
    ['2021-07-29', 'G20', 'E2', 'met'], ['2021-07-30', 'G20', 'E2', 'notMet'], ['2021-07-30', 'G20', 'E1', 'met'], ['2021-07-30', 'G20', undefined, 'unknown'],
    ['2026-04-07', 'G20', 'E2', 'notMet'], ['2026-04-08', 'G20', 'E1', 'unknown'], ['2026-04-08', 'G30', 'E1', 'unknown'],
    ['2026-07-26', 'G20', 'E2', 'met'], ['2018-10-05', 'G10', undefined, 'notMet'], ['2021-07-30', 'G30', undefined, 'met'],
  ] as const)('on %s level %s with evidence %s is %s', (day, level, evidence, verdict) => {
    expect(verdictOf({ ...lowland, education: { level, evidence } }, 'education', d(day)).verdict).toBe(verdict)
  })

  test('in a special area primary school is enough, and the area must be known', () => {
    const primary = { education: { level: 'G10' } as const }
    expect(verdictOf({ ...primary, livesInSpecialArea: true }, 'education')).toMatchObject({ verdict: 'met', rule: { key: 'admission.educationInSpecialAreas' } })
    expect(verdictOf({ ...primary, livesInSpecialArea: undefined, personOfStanding: false }, 'education')).toMatchObject({ verdict: 'unknown', missing: ['livesInSpecialArea'] })
  })

  test('a village elder who can read and write needs the consent', () => {
    const elder: Partial<EligibilityFacts> = { education: { level: 'G01' }, personOfStanding: true }
    expect(verdictOf({ ...elder, consents: { education: { issuedOn: d('2018-08-01') } } }, 'education').verdict).toBe('exceptionByConsent')
    expect(verdictOf({ ...elder, consents: {} }, 'education').verdict).toBe('notMet')
    expect(verdictOf({ ...elder, education: { level: 'G00' }, consents: { education: { issuedOn: d('2018-08-01') } } }, 'education').verdict).toBe('notMet')
  })
})

test.each([
  ['2013-10-05', 'met'], ['2013-10-04', 'notMet'], ['2018-10-05', 'met'], ['2018-10-06', 'notMet'],
])('a certificate issued on %s is %s on 05/10/2018', (issuedOn, verdict) => {
  expect(verdictOf({ certificate: { issuedOn: d(issuedOn) } }, 'certificate').verdict).toBe(verdict)
})

test('somebody without a certificate is told so', () => {
  expect(verdictOf({ certificate: null }, 'certificate')).toMatchObject({ verdict: 'notMet', missing: ['certificate'] })
})

test.each([['2017-10-05', 'met'], ['2017-10-04', 'notMet']])('a file made on %s is %s on 05/10/2018', (fileMadeOn, verdict) => {
  expect(verdictOf({ fileMadeOn: d(fileMadeOn) }, 'fileFreshness').verdict).toBe(verdict)
})

describe('sponsors', () => {
  test.each<[SponsorFault, Partial<SponsorFacts>]>([
    ['notFullMember', { fullMember: false }], ['relationNotAllowed', { relation: 'residence' }],
    ['togetherTooShort', { togetherSince: d('2017-10-06') }], ['underDiscipline', { underDiscipline: true }],
  ])('%s keeps a sponsor from counting', (fault, changes) => {
    const reasons = judgeEligibility({ ...candidate, sponsors: [sponsor(changes)] }, on).reasons
    expect(reasons.find(({ condition }) => condition === 'sponsors')).toMatchObject({ verdict: 'notMet', facts: { needed: 1, counted: 0 } })
    expect(reasons.find(({ condition }) => condition === 'sponsor')).toMatchObject({ verdict: 'notMet', facts: { sponsor: 's1', faults: [fault] } })
    expect(sponsorFaults[fault]).toBeTruthy()
  })

  test('twelve full months together are enough on the day itself', () => {
    expect(verdictOf({ sponsors: [sponsor({ togetherSince: d('2017-10-05') })] }, 'sponsors').verdict).toBe('met')
  })

  test('a neighbour may introduce since 30/7/2021', () => {
    const neighbour = { sponsors: [sponsor({ relation: 'residence' })] }
    expect(verdictOf(neighbour, 'sponsors', d('2021-07-29')).verdict).toBe('notMet')
    expect(verdictOf(neighbour, 'sponsors', d('2021-07-30')).verdict).toBe('met')
  })

  test('without a union two are needed, and a third who does not count does no harm', () => {
    const older: Partial<EligibilityFacts> = { birth: uncertainDate('1980-01-01'), unionResolution: null }
    expect(verdictOf({ ...older, sponsors: [sponsor()] }, 'sponsors').verdict).toBe('notMet')
    const three = { ...candidate, ...older, sponsors: [sponsor(), sponsor({ label: 's2' }), sponsor({ label: 's3', fullMember: false })] }
    expect(judgeEligibility(three, on).answer).toBe('yes')
  })

  test('one sponsor may be enough while nobody knows whether a union introduces', () => {
    expect(verdictOf({ unionResolution: undefined, sponsors: [sponsor()] }, 'sponsors')).toMatchObject({ verdict: 'unknown', missing: ['unionResolution'] })
    expect(verdictOf({ unionResolution: undefined, sponsors: [] }, 'sponsors').verdict).toBe('notMet')
  })

  test('a sponsor of whom something is not known leaves the number open', () => {
    expect(verdictOf({ sponsors: [sponsor({ togetherSince: undefined })] }, 'sponsors')).toMatchObject({ verdict: 'unknown', missing: ['togetherSince'] })
  })
})

test.each<[string, Partial<EligibilityFacts>, string]>([
  ['a young person outside the union', { youthUnionMember: false }, 'notMet'],
  ['a young member without its resolution', { unionResolution: null }, 'notMet'],
  ['a young member whose resolution nobody looked for', { unionResolution: undefined }, 'unknown'],
  ['a young person where no youth union exists', { youthUnionExists: false, youthUnionMember: false, unionResolution: null }, 'met'],
  ['somebody thirty years and eleven months old', { birth: uncertainDate('1987-10-06'), unionResolution: null }, 'notMet'],
  ['somebody thirty-one years old', { birth: uncertainDate('1987-10-05'), youthUnionMember: false, unionResolution: null }, 'met'],
])('the youth union and %s: %3$s', (_who, facts, verdict) => {
  expect(verdictOf(facts, 'youthUnion').verdict).toBe(verdict)
})

test('a background check is open while an answer is awaited', () => {
  expect(verdictOf({ background: [{ of: 'candidate', reply: 'received' }, { of: 'spouse', reply: 'awaited' }] }, 'backgroundCheck')).toMatchObject({ verdict: 'unknown', facts: { awaited: ['spouse'] } })
  expect(verdictOf({ background: [{ of: 'father', reply: 'received' }] }, 'backgroundCheck').verdict).toBe('unknown')
})

test('a political matter needs a conclusion issued by the day, under the paper of that day', () => {
  const matter: Partial<EligibilityFacts> = { politicalMatter: true, politicalConclusion: { issuedOn: d('2018-05-01') } }
  expect(verdictOf(matter, 'politicalCheck')).toMatchObject({ verdict: 'met', rule: { citation: { instrument: 'QD-126-2018' } } })
  expect(verdictOf({ ...matter, politicalConclusion: null }, 'politicalCheck').verdict).toBe('notMet')
})

describe('a former member', () => {
  const former = { leftOn: d('2015-10-05'), reason: 'other', timesReadmitted: 0 } as const
  const consents = { readmission: { issuedOn: d('2018-09-01') } }

  test('is readmitted after 36 months, once, with consent', () => {
    expect(judgeEligibility({ ...candidate, formerMember: former, consents }, on).answer).toBe('yes')
    expect(verdictOf({ formerMember: { ...former, leftOn: d('2015-10-06') }, consents }, 'readmissionWait').verdict).toBe('notMet')
    expect(verdictOf({ formerMember: { ...former, timesReadmitted: 1 }, consents }, 'readmissionTimes').verdict).toBe('notMet')
    expect(verdictOf({ formerMember: former, consents: {} }, 'readmissionConsent').verdict).toBe('notMet')
  })

  test('convicted of a lesser crime waits 60 months from the clearing', () => {
    const convicted = { ...former, reason: 'convictedOfLesserCrime' } as const
    expect(verdictOf({ formerMember: { ...convicted, convictionClearedOn: d('2013-10-05') }, consents }, 'readmissionWait').verdict).toBe('met')
    expect(verdictOf({ formerMember: { ...convicted, convictionClearedOn: d('2013-10-06') }, consents }, 'readmissionWait').verdict).toBe('notMet')
    expect(verdictOf({ formerMember: convicted, consents }, 'readmissionWait')).toMatchObject({ verdict: 'unknown', missing: ['convictionClearedOn'] })
  })

  test.each(['leftByOwnWill', 'askedToLeave', 'causedDisunity', 'convictedOfCorruption', 'convictedOfSeriousCrime'] as const)('who left as %s is barred', (reason) => {
    expect(verdictOf({ formerMember: { ...former, reason, specialHardship: false }, consents }, 'readmissionBarred').verdict).toBe('notMet')
  })

  test('who asked to leave because of special hardship is not barred', () => {
    expect(verdictOf({ formerMember: { ...former, reason: 'askedToLeave', specialHardship: true } }, 'readmissionBarred').verdict).toBe('met')
    expect(verdictOf({ formerMember: { ...former, reason: 'askedToLeave' } }, 'readmissionBarred').verdict).toBe('unknown')
    expect(verdictOf({ formerMember: { ...former, reason: 'leftByOwnWill', specialHardship: true } }, 'readmissionBarred').verdict).toBe('notMet')
  })
})

test.each(['populationPolicy', 'religion', 'foreignMarriage'] as const)('the branch %s asks only for the approval', (branch) => {
  expect(verdictOf({ [branch]: { applies: true, approval: { issuedOn: d('2018-10-01'), number: '5-CV/HU' } } }, branch)).toMatchObject({ verdict: 'met', facts: { approval: '5-CV/HU' } })
  expect(verdictOf({ [branch]: { applies: true, approval: null } }, branch)).toMatchObject({ verdict: 'notMet', missing: ['approval'] })
  expect(verdictOf({ [branch]: { applies: true } }, branch).verdict).toBe('unknown')
  expect(verdictOf({ [branch]: undefined }, branch)).toMatchObject({ verdict: 'unknown', missing: ['specialBranch'] })
})

test('one condition not met says no even when others are unknown, and an unknown one never says yes', () => {
  expect(judgeEligibility({ ...candidate, certificate: null, religion: undefined }, on).answer).toBe('no')
  for (const name of Object.keys(candidate) as (keyof EligibilityFacts)[]) {
    const without = { ...candidate, [name]: undefined }
    const open = judgeEligibility(without, on)
    if (['livesInSpecialArea', 'personOfStanding', 'consents'].includes(name)) continue
    expect(open.answer, name).toBe('cannotTell')
    const named = open.reasons.flatMap(({ missing }) => missing ?? [])
    expect(named.length, name).toBeGreaterThan(0)
  }
})

test('every reason has words for its condition, its verdict and what is missing', () => {
  for (const facts of [{}, candidate, { ...candidate, formerMember: {} }]) for (const { condition, verdict, missing } of judgeEligibility(facts, on).reasons) {
    expect(conditionTitles[condition] && verdictNames[verdict]).toBeTruthy()
    for (const each of missing ?? []) expect(missingNames[each]).toBeTruthy()
  }
})
