import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2026-11-22' }) })
afterAll(() => house.close())

const paper = { instrument: '208-QĐ/TW (26/7/2026)', clause: 'điểm 4.3.1', reason: 'Đối chiếu bản in của tỉnh ủy' }

describe('overriding an unconfirmed value', () => {
  test('the administrator replaces a value known from memory, and the page shows value, paper and mark', async () => {
    await house.as('administrator').rulebook.overrideRule({ key: 'admission.decisionExtensionWorkingDays', from: '2026-07-26', value: 20, ...paper })
    const { rules } = await house.as('officer').rulebook.listRules({ key: 'admission.decisionExtensionWorkingDays' })
    expect(rules[0]!.now).toMatchObject({ value: 20, overridden: true, source: { clause: 'điểm 4.3.1' } })
    expect(rules[0]!.now!.source.certainty).not.toBe('verified')
  })

  test('the same first day is overridden once; withdrawn, the earlier value counts again', async () => {
    const again = () => house.as('administrator').rulebook.overrideRule({ key: 'admission.decisionExtensionWorkingDays', from: '2026-07-26', value: 25, ...paper })
    await expect(again()).rejects.toMatchObject({ code: 'rulebook.overriddenAlready' })
    const { rules } = await house.as('administrator').rulebook.listRules({ key: 'admission.decisionExtensionWorkingDays' })
    await house.as('administrator').rulebook.withdrawOverride({ id: rules[0]!.overrides[0]!.id, reason: 'Nhập nhầm' })
    expect((await house.as('officer').rulebook.listRules({ key: 'admission.decisionExtensionWorkingDays' })).rules[0]!.now).toMatchObject({ value: 30, overridden: false })
  })

  test('a value checked against the original text cannot be replaced', async () => {
    await expect(house.as('administrator').rulebook.overrideRule({ key: 'admission.decisionWorkingDays', from: '2018-01-01', value: 90, ...paper }))
      .rejects.toMatchObject({ code: 'rulebook.ruleIsConfirmed', kind: 'againstRule' })
  })

  test('a value of another kind is refused', async () => {
    await expect(house.as('administrator').rulebook.overrideRule({ key: 'admission.decisionExtensionWorkingDays', from: '2026-07-26', value: 'nhiều', ...paper }))
      .rejects.toMatchObject({ code: 'rulebook.valueDoesNotFit' })
  })

  test('nobody else may, and an unknown rule is not found', async () => {
    await expect(house.as('officer').rulebook.overrideRule({ key: 'admission.minAge', from: '2018-01-01', value: 17, ...paper })).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('administrator').rulebook.overrideRule({ key: 'no.such', from: '2018-01-01', value: 17, ...paper })).rejects.toMatchObject({ code: 'rulebook.noSuchRule' })
  })
})

describe('reading the rules', () => {
  test('the value follows the day, with the pack in force then', async () => {
    const on = async (day: string) => house.as('secretaryA1').rulebook.listRules({ on: day })
    expect((await on('2018-10-05')).pack.id).toBe('P2016')
    const now = await on('2026-11-22')
    expect(now.pack.id).toBe('P2026B')
    expect(now.unconfirmed).toBe(now.rules.filter((rule) => rule.now && rule.now.source.certainty !== 'verified').length)
    expect(now.rules.every((rule) => rule.entries.filter((entry) => entry.inForce).length <= 1)).toBe(true)
  })

  test('before the first rule that is known there is none to show', async () => {
    await expect(house.as('officer').rulebook.listRules({ on: '2009-01-01' })).rejects.toMatchObject({ code: 'rulebook.noRulesThen', kind: 'invalid' })
  })

  test('without a role nothing is read', async () => {
    await expect(house.as('withoutRole').rulebook.listRules({})).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})
