import { describe, expect, test } from 'vitest'
import { plainDate } from '../kernel/index.ts'
import {
  backgroundReplyDue, cellConsidersDue, ceremonyDue, confirmationDecisionDue, decisionDue, dossierOpeningDue, handbookLimits, limitsOf, probationEnd,
  type LocalLimit, type Override,
} from './index.ts'

const d = plainDate
const override = (rule: string, from: string, value: unknown): Override => ({ rule, from: d(from), value, instrument: 'QD-208-2026', clause: 'điểm 4.3' })

describe('the decision', () => {
  test('is due 60 working days after the cell resolved, 90 when extended', () => {
    expect(decisionDue({ resolvedOn: d('2018-08-06') })).toMatchObject({ startsOn: '2018-08-06', dueOn: '2018-10-30' })
    expect(decisionDue({ resolvedOn: d('2018-08-06'), extended: true })).toMatchObject({ dueOn: '2018-12-11' })
  })

  test('counts from the cell resolution even when the papers arrived late', () => {
    expect(decisionDue({ resolvedOn: d('2018-08-06'), fileArrivedOn: d('2018-09-20') })!.startsOn).toBe('2018-08-06')
  })

  test('counts from the arrival of the file only under an override, and waits for it', () => {
    const overrides = [override('admission.decisionClockStart', '2026-07-26', 'arrivalOfFile')]
    expect(decisionDue({ resolvedOn: d('2026-08-03') }, { overrides })).toBeUndefined()
    expect(decisionDue({ resolvedOn: d('2026-08-03'), fileArrivedOn: d('2026-08-10') }, { overrides })!.startsOn).toBe('2026-08-10')
    expect(decisionDue({ resolvedOn: d('2018-08-06'), fileArrivedOn: d('2018-09-20') }, { overrides })!.startsOn).toBe('2018-08-06')
  })

  test('keeps the rules that decided', () => {
    expect(decisionDue({ resolvedOn: d('2018-08-06'), extended: true })!.rules.map(({ key, value, pack }) => [key, value, pack])).toEqual([
      ['admission.decisionWorkingDays', 60, 'P2016'], ['admission.decisionClockStart', 'cellResolution', 'P2016'], ['admission.decisionExtensionWorkingDays', 30, 'P2016'],
    ])
  })
})

describe('the ceremony', () => {
  test('is due 30 working days after the decision was received, until 2026', () => {
    expect(ceremonyDue({ decidedOn: d('2018-10-05'), receivedOn: d('2018-10-10') })).toMatchObject({ startsOn: '2018-10-10', dueOn: '2018-11-21' })
  })

  test('is counted from the decision while nobody wrote down the receipt, and says so', () => {
    expect(ceremonyDue({ decidedOn: d('2018-10-05') })).toMatchObject({ startsOn: '2018-10-05', missing: 'receivedOn' })
  })

  test('is due 30 working days after the date of the decision under 208-QĐ/TW', () => {
    const due = ceremonyDue({ decidedOn: d('2026-07-27'), receivedOn: d('2026-08-20') })
    expect(due).toMatchObject({ startsOn: '2026-07-27' })
    expect(due).not.toHaveProperty('missing')
  })

  test('is counted from the earlier day while the rule of 20-QĐ/TW is not known', () => {
    expect(ceremonyDue({ decidedOn: d('2026-05-04'), receivedOn: d('2026-05-20') })).toMatchObject({ startsOn: '2026-05-04', missing: 'rule' })
    const overrides = [override('admission.ceremonyClockStart', '2026-04-08', 'receiptOfDecision')]
    expect(ceremonyDue({ decidedOn: d('2026-05-04'), receivedOn: d('2026-05-20') }, { overrides })).toMatchObject({ startsOn: '2026-05-20' })
  })
})

test('a background check is answered in 30 working days, 90 from abroad', () => {
  expect(backgroundReplyDue(d('2018-06-01'), false).dueOn).toBe('2018-07-13')
  expect(backgroundReplyDue(d('2018-06-01'), true).dueOn).toBe('2018-10-08')
})

test('the dossier is opened within 30 working days after the ceremony', () => {
  expect(dossierOpeningDue(d('2018-06-01')).dueOn).toBe('2018-07-13')
})

describe('probation', () => {
  test.each([['2018-03-15', '2019-03-15'], ['2019-02-28', '2020-02-28'], ['2019-12-31', '2020-12-31'], ['2024-02-29', '2025-02-28']])(
    'begun on %s ends on %s', (ceremony, end) => { expect(probationEnd(d(ceremony)).endsOn).toBe(end) })

  test('begun on 29 February ends on 1 March when the administrator decided so, and only then', () => {
    const overrides = [override('probation.endOnLeapDay', '2011-11-01', 'dayAfter')]
    expect(probationEnd(d('2024-02-29'), overrides).endsOn).toBe('2025-03-01')
    expect(probationEnd(d('2024-02-28'), overrides).endsOn).toBe('2025-02-28')
    expect(probationEnd(d('2024-02-29'), overrides).rules.map(({ key, overridden }) => [key, overridden])).toEqual([['probation.months', false], ['probation.endOnLeapDay', true]])
  })

  test('is considered by the cell within 30 working days after its end', () => {
    expect(cellConsidersDue(d('2018-03-15'))).toMatchObject({ startsOn: '2019-03-15', dueOn: '2019-05-02' })
  })

  test('is decided by the superior within 30 working days, 60 when extended', () => {
    expect(confirmationDecisionDue({ resolvedOn: d('2018-06-01') }).dueOn).toBe('2018-07-13')
    expect(confirmationDecisionDue({ resolvedOn: d('2018-06-01'), extended: true }).dueOn).toBe('2018-08-24')
  })
})

describe('local limits', () => {
  const resolvedOn = d('2025-11-10')
  const adopted: LocalLimit[] = handbookLimits.map((limit) => ({ ...limit, scope: { level: 'province', organisation: 'province-1' } }))
  const question = { kind: 'admissionDecision', startsOn: resolvedOn, organisationPath: ['cell-9', 'commune-3', 'province-1'], central: decisionDue({ resolvedOn }) } as const

  test('drive the reminders while the central limit decides what is late', () => {
    const answer = limitsOf(question, adopted)
    expect(answer.local.map(({ dueOn }) => dueOn)).toEqual(['2026-01-13'])
    expect(answer.remindBy).toBe('2026-01-13')
    expect(answer.lateAfter).toBe(decisionDue({ resolvedOn })!.dueOn)
    expect(answer.lateAfter! > answer.remindBy!).toBe(true)
  })

  test('bind nobody before they are adopted, nor another province, nor an earlier case', () => {
    expect(limitsOf(question, handbookLimits).local).toEqual([])
    expect(limitsOf({ ...question, organisationPath: ['cell-7', 'province-2'] }, adopted).local).toEqual([])
    expect(limitsOf({ ...question, startsOn: d('2025-10-31') }, adopted).local).toEqual([])
    expect(limitsOf({ ...question, startsOn: d('2025-10-31') }, adopted).remindBy).toBe(question.central!.dueOn)
  })

  test('are extended when the file must be completed', () => {
    expect(limitsOf({ ...question, extended: true }, adopted).local[0]!.dueOn).toBe('2026-02-03')
  })

  test('remind, but make nothing late, where there is no central limit', () => {
    expect(limitsOf({ ...question, kind: 'sendOn', central: undefined }, adopted)).toMatchObject({ remindBy: '2025-11-17', lateAfter: undefined })
  })
})
