import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding, PartName } from './codes.ts'
import { birthFinding } from './likeness/births.ts'
import { isOneOff, nameFinding, namesFinding } from './likeness/names.ts'
import { identityFinding, numbersFinding } from './likeness/numbers.ts'
import { likenessOf, type ComparedFacts } from './model.ts'
import { likenessSettings } from './settings.ts'

const nobody: ComparedFacts = { fullName: 'Nông Văn Hòa', otherNames: [], sex: null, bornOn: null, identityNumbers: [], cardNumbers: [], phone: null, nativePlace: null, cellId: null, father: null, mother: null }
const some = (facts: Partial<ComparedFacts>): ComparedFacts => ({ ...nobody, ...facts })
const findingIn = (a: Partial<ComparedFacts>, b: Partial<ComparedFacts>, part: PartName) => likenessOf(some(a), some(b)).parts.find((each) => each.part === part)?.finding

describe('names', () => {
  test.each<[string, string, Finding]>([
    ['Nông Văn Hòa', 'Nông Văn Hoà', 'same'], ['Nông Văn Hòa'.normalize('NFD'), 'Nông Văn Hòa', 'same'], ['NÔNG VĂN HÒA', 'nông văn  hoà', 'same'], ['Lương Thị Thuý', 'Lương Thị Thúy', 'same'],
    ['Nông Văn Hòa', 'Nong Van Hoa', 'marks'], ['Nông Văn Hòa', 'Nông Văn Hoa', 'marks'], ['Đặng Văn Đức', 'Dặng Văn Duc', 'marks'],
    ['Hoàng Văn Páo', 'Páo Hoàng Văn', 'order'], ['Hoàng Páo', 'Hoàng Văn Páo', 'middleMissing'], ['Hoàng Văn Páo', 'Hoàng Văn Báo', 'letterOff'], ['Hoàng Văn Páo', 'Hoàng Văn Pá', 'letterOff'], ['Hoàng Văn Thành', 'Hoàng Văn Thanhh', 'letterOff'],
    ['Hoàng Văn Páo', 'Hoàng Văn Poá', 'letterOff'], ['Hoàng Văn Páo', 'Hoàng Minh Páo', 'middleOther'], ['Hoàng Văn Páo', 'Nông Thị Mùi', 'different'], ['Páo', 'Hoàng Văn Páo', 'different'],
  ])('%s and %s: %s', (a, b, finding) => {
    expect(nameFinding(a, b)).toBe(finding)
    expect(nameFinding(b, a)).toBe(finding)
  })

  test.each<[string, string[], string, string[], Finding]>([
    ['Hoàng Văn Páo', ['Hoàng A Páo'], 'Hoàng A Páo', [], 'otherName'], ['Hoàng Văn Páo', ['Út'], 'Hoàng Văn Út', [], 'otherName'], ['Trần Văn Sáu', ['Nguyễn Chí Công'], 'Lê Văn Bảy', ['Nguyễn Chí Công'], 'otherName'],
    ['Hoàng Văn Páo', ['Út'], 'Hoàng Văn Páo', ['Cả'], 'same'], ['Hoàng Văn Páo', ['Út'], 'Nông Thị Mùi', [], 'different'],
  ])('%s (%s) and %s (%s): %s', (a, others, b, otherOthers, finding) => {
    expect(namesFinding({ fullName: a, otherNames: others }, { fullName: b, otherNames: otherOthers })).toBe(finding)
    expect(namesFinding({ fullName: b, otherNames: otherOthers }, { fullName: a, otherNames: others })).toBe(finding)
  })
})

describe('births', () => {
  test.each<[string, string, Finding]>([
    ['1962-05-03', '1962-05-03', 'same'], ['1962-05-03', '1962-03-05', 'swapped'], ['1962-05-03', '1963-05-03', 'yearOff'], ['1962-05-03', '1961-05-03', 'yearOff'], ['1962-05-03', '1962', 'lessExact'],
    ['1962-05-03', '1962-05', 'lessExact'], ['1962', '1962', 'lessExact'], ['1962', '1963', 'different'], ['1962-05-03', '1962-05-13', 'digitOff'], ['1962-05-03', '1972-05-03', 'digitOff'], ['1962-05-12', '1962-05-21', 'digitOff'],
    ['1962-05-03', '1962-06-24', 'different'], ['1962-05', '1962-06', 'different'],
  ])('%s and %s: %s', (a, b, finding) => {
    expect(birthFinding(a, b)).toBe(finding)
    expect(birthFinding(b, a)).toBe(finding)
  })
})

describe('numbers', () => {
  test.each<[string[], string[], Finding | undefined]>([
    [['002062001234'], ['002062001234'], 'same'], [['002062001234'], ['002062001235'], 'digitOff'], [['002062001234'], ['002062001243'], 'digitOff'], [['002062001234'], ['00206200123'], 'digitOff'],
    [['002062001234'], ['002085009876'], 'different'], [['002062001234'], ['073123456'], undefined], [['002062001234', '073123456'], ['073123456'], 'same'], [['073 123 456'], ['073123456'], 'same'], [[], ['073123456'], undefined],
    [['002062001234', '073123456'], ['002085009876', '073123456'], 'different'],
  ])('identity %s and %s: %s', (a, b, finding) => {
    expect(identityFinding(a, b)).toBe(finding)
    expect(identityFinding(b, a)).toBe(finding)
  })

  test('cards: the old and the new form of a card contradict each other not at all', () => {
    expect(numbersFinding(['74.012345'], ['74012345'])).toBe('same')
    expect(numbersFinding(['74.012345'], ['002062001234'])).toBeUndefined()
  })

  test.each([['abc', 'abd', true], ['abc', 'acb', true], ['abc', 'ab', true], ['abc', 'abc', false], ['abc', 'cba', false], ['abcd', 'badc', false], ['abc', 'abcde', false]])('%s and %s are one off: %s', (a, b, off) => {
    expect(isOneOff(a, b)).toBe(off)
    expect(isOneOff(b, a)).toBe(off)
  })
})

describe('the rest', () => {
  test('a native place as far as the commune is the same, whatever words stand before the names', () => {
    expect(findingIn({ nativePlace: 'Xã Quang Minh, huyện Bắc Quang' }, { nativePlace: 'Quang Minh' }, 'nativePlace')).toBe('same')
    expect(findingIn({ nativePlace: 'Xã Quang Minh' }, { nativePlace: 'Xã Liên Hiệp' }, 'nativePlace')).toBe('different')
  })

  test('parents speak for one person when both are the same, against when both are others, and not at all when one of two is', () => {
    const parents = { father: 'Hoàng Văn Sình', mother: 'Lý Thị Mẩy' }
    expect(findingIn(parents, { father: 'Hoàng Văn Sinh', mother: 'Lý Thị Mẩy' }, 'parents')).toBe('same')
    expect(findingIn(parents, { father: 'Hoàng Văn Sình' }, 'parents')).toBe('oneParent')
    expect(findingIn(parents, { father: 'Đặng Văn Ba', mother: 'Bàn Thị Tư' }, 'parents')).toBe('different')
    expect(findingIn(parents, { father: 'Hoàng Văn Sình', mother: 'Bàn Thị Tư' }, 'parents')).toBeUndefined()
  })

  test('a telephone is shared when one of several numbers is, with or without the code of the country', () => {
    expect(findingIn({ phone: '0912 345 678; 0219 388 888' }, { phone: '+84912345678' }, 'phone')).toBe('same')
    expect(findingIn({ phone: '0912345678' }, { phone: '0987654321' }, 'phone')).toBeUndefined()
  })
})

test.each<[string, Partial<ComparedFacts>, Partial<ComparedFacts>, 'strong' | 'shown' | 'not']>([
  ['the same name and day', { bornOn: '1962-05-03' }, { bornOn: '1962-05-03' }, 'shown'],
  ['namesakes of one year, nothing else', { bornOn: '1962' }, { bornOn: '1962' }, 'not'],
  ['namesakes of one year, cell and native place', { bornOn: '1962', cellId: 'c', nativePlace: 'Quang Minh' }, { bornOn: '1962', cellId: 'c', nativePlace: 'Quang Minh' }, 'shown'],
  ['all but a digit of the number', { bornOn: '1962-05-03', identityNumbers: ['002062001234'] }, { bornOn: '1962-05-03', identityNumbers: ['002062001243'] }, 'strong'],
  ['one number under two names', { identityNumbers: ['002062001234'], bornOn: '1962-05-03' }, { fullName: 'Nông Thị Mùi', identityNumbers: ['002062001234'], bornOn: '1962-05-03' }, 'shown'],
  ['the same name and day with two personal numbers', { bornOn: '1962-05-03', identityNumbers: ['002062001234'] }, { bornOn: '1962-05-03', identityNumbers: ['002085009876'] }, 'not'],
  ['brother and sister', { bornOn: '1962-05-03', sex: 'male', father: 'Nông Văn A', mother: 'Lý Thị B' }, { fullName: 'Nông Thị Hòa', bornOn: '1964-01-02', sex: 'female', father: 'Nông Văn A', mother: 'Lý Thị B' }, 'not'],
])('%s', (_what, a, b, verdict) => {
  const { score } = likenessOf(some(a), some(b))
  expect(score >= likenessSettings.strong ? 'strong' : score >= likenessSettings.shown ? 'shown' : 'not').toBe(verdict)
})

describe('over all records', () => {
  const day = fc.constantFrom('1962-05-03', '1962-03-05', '1962', '1962-05', '1990-12-31', '1963-05-03')
  const name = fc.constantFrom('Nông Văn Hòa', 'Nông Văn Hoà', 'Nong Van Hoa', 'Nông Hòa', 'Nông Văn Hóa', 'Lý Thị Mùi', 'Út', 'Hoàng Văn Báo', 'Hoàng Văn Páo')
  const numbers = (length: number) => fc.array(fc.constantFrom('002062001234', '002062001243', '073123456', '74012345').map((each) => each.slice(0, length)), { maxLength: 2 })
  const facts: fc.Arbitrary<ComparedFacts> = fc.record({
    fullName: name, otherNames: fc.array(name, { maxLength: 2 }), sex: fc.option(fc.constantFrom('male', 'female')), bornOn: fc.option(day), identityNumbers: numbers(12), cardNumbers: numbers(8), phone: fc.option(fc.constantFrom('0912345678', '0987654321', 'không có')),
    nativePlace: fc.option(fc.constantFrom('Xã Quang Minh', 'Quang Minh, Bắc Quang', 'Liên Hiệp')), cellId: fc.option(fc.constantFrom('a', 'b')), father: fc.option(name), mother: fc.option(name),
  })

  test('it does not matter which is named first', () => {
    fc.assert(fc.property(facts, facts, (a, b) => { expect(likenessOf(a, b)).toEqual(likenessOf(b, a)) }))
  })

  test('nobody is more like a record than the record itself, and nothing speaks against it', () => {
    fc.assert(fc.property(facts, facts, (a, b) => {
      const self = likenessOf(a, a)
      expect(likenessOf(a, b).score).toBeLessThanOrEqual(self.score)
      expect(self.parts.filter(({ points }) => points < 0)).toEqual([])
    }))
  })

  test('another sex and another birth are never shown as one person, but for a shared number', () => {
    fc.assert(fc.property(facts, facts, (a, b) => {
      const [one, two] = [{ ...a, sex: 'male', bornOn: '1962-05-03', identityNumbers: [], cardNumbers: [] }, { ...b, sex: 'female', bornOn: '1990-12-31', identityNumbers: [], cardNumbers: [] }]
      expect(likenessOf(one, two).score).toBeLessThan(likenessSettings.shown)
    }))
  })

  test('the score is the sum of its parts, from 0 to 100', () => {
    fc.assert(fc.property(facts, facts, (a, b) => {
      const { score, parts } = likenessOf(a, b)
      expect(score).toBe(Math.max(0, Math.min(100, parts.reduce((sum, { points }) => sum + points, 0))))
    }))
  })
})
