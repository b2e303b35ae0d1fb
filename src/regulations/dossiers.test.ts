import { expect, test } from 'vitest'
import { plainDate, uncertainDate } from '../kernel/index.ts'
import { dossierDocumentTypes, dossierEventNames, dossierGroupNames, dossierTypeOfRow, findDossierType, firstRuledDay, formMarkOn, requiredInDossier, type DossierEvent, type DossierFacts } from './index.ts'

const on = plainDate('2018-10-05')
const joined = (joinedOn: string, more: Partial<DossierFacts> = {}): DossierFacts => ({ joinedOn: uncertainDate(joinedOn), official: true, events: [], ...more })
const codes = (facts: DossierFacts, day = on) => requiredInDossier(facts, day).map(({ type }) => type.code)

test('the catalogue holds every row of the digitisation list once or as forms that share a row', () => {
  for (let row = 1; row <= 104; row++) expect(dossierTypeOfRow(row), `row ${row}`).toBeDefined()
  expect(dossierTypeOfRow(5)!.code).toBe('KNĐ-9')
  expect(new Set(dossierDocumentTypes.map(({ code }) => code)).size).toBe(dossierDocumentTypes.length)
})

test('registers kept by the organisation are no papers of a dossier', () => {
  expect(findDossierType('HSĐV-7')).toBeUndefined()
  expect(findDossierType('SHĐ-10')).toBeUndefined()
})

test('every type has a part of the dossier, a secrecy and a mark of certainty', () => {
  for (const type of dossierDocumentTypes) {
    expect(dossierGroupNames[type.group], type.code).toBeTruthy()
    expect(type.secrecy).toBe('secret')
    expect(['verified', 'secondary']).toContain(type.certainty)
  }
  expect(findDossierType('DM-22')).toMatchObject({ certainty: 'secondary', group: 'events' })
  expect(findDossierType('KNĐ-16')).toMatchObject({ certainty: 'verified', group: 'official', priority: 1 })
})

test('who joined before the first known rules needs fewer papers', () => {
  expect(codes(joined('1987-02-03'))).toEqual(['KNĐ-1', 'KNĐ-2', 'KNĐ-9', 'HSĐV-1', 'HSĐV-2', 'KNĐ-16', 'HSĐV-3'])
  expect(codes({ official: true, events: [] })).toEqual(['KNĐ-1', 'KNĐ-2', 'KNĐ-9', 'HSĐV-1', 'HSĐV-2', 'KNĐ-16'])
})

test('the pack of the joining day counts, not that of today', () => {
  const dayBefore = joined('2011-10-31')
  expect(codes(dayBefore)).not.toContain('KNĐ-CN')
  expect(codes(joined(firstRuledDay))).toContain('KNĐ-CN')
  const rule = requiredInDossier(joined('2017-07-01'), plainDate('2026-01-01')).find(({ type }) => type.code === 'KNĐ-6')!.rule
  expect(rule).toMatchObject({ pack: 'P2016', citation: { instrument: 'HD-09-2017', certainty: 'verified' } })
})

test('a probationary member is not asked for the papers of confirmation', () => {
  expect(codes(joined('2018-01-10', { official: false }))).toEqual(['KNĐ-1', 'KNĐ-2', 'KNĐ-9', 'HSĐV-1', 'HSĐV-2', 'KNĐ-CN', 'KNĐ-3', 'KNĐ-5', 'KNĐ-6', 'KNĐ-8'])
  expect(codes(joined('2016-01-10'))).toEqual(expect.arrayContaining(['KNĐ-GCNLM', 'KNĐ-10', 'KNĐ-11', 'KNĐ-12', 'KNĐ-13', 'KNĐ-15', 'KNĐ-16']))
})

test('the union resolution is asked of who was surely of its age', () => {
  const born = (bornOn: string) => joined('2016-05-19', { bornOn: uncertainDate(bornOn) })
  expect(codes(born('1990'))).toContain('KNĐ-4')
  expect(codes(born('1985-05-20'))).toContain('KNĐ-4')
  expect(codes(born('1985-05-19'))).not.toContain('KNĐ-4')
  expect(codes(born('1985'))).not.toContain('KNĐ-4')
})

test('one of several papers is enough where the deciding committee differs', () => {
  expect(requiredInDossier(joined('2016-01-10'), on).find(({ type }) => type.code === 'KNĐ-9')!.anyOf).toEqual(['KNĐ-9', 'KNĐ-9A', 'KNĐ-QĐKNL'])
})

test('the supplement of the last full year is asked of who had joined before it', () => {
  const yearOf = (joinedOn: string) => requiredInDossier(joined(joinedOn), on).find(({ type }) => type.code === 'HSĐV-3')?.year
  expect(yearOf('2016-12-31')).toBe(2017)
  expect(yearOf('2017-01-01')).toBeUndefined()
})

test.each<[DossierEvent, string[]]>([
  ['readmitted', ['KNĐ-QĐKNL', 'KNĐ-ĐYKNL']], ['disciplined', ['DM-22', 'DM-65']], ['transferred', ['DM-54', 'DM-62']], ['nameChanged', ['DM-74']],
  ['badge', ['DM-20']], ['exempt', ['DM-79', 'DM-81']], ['commended', ['DM-23']],
])('%s asks for papers of its own, marked as inferred', (event, papers) => {
  const added = requiredInDossier(joined('1987', { events: [event] }), on).filter((each) => each.reason === 'event')
  expect(added.map(({ type }) => type.code)).toEqual(papers)
  expect(added.every((each) => each.event === event && each.certainty === 'inferred')).toBe(true)
})

test('every event asks for a known paper', () => {
  const events = Object.keys(dossierEventNames) as DossierEvent[]
  const required = requiredInDossier(joined('2016', { events }), on)
  for (const event of events) expect(required.some((each) => each.event === event), event).toBe(true)
  for (const { anyOf } of required) for (const code of anyOf) expect(findDossierType(code), code).toBeDefined()
})

test('a form mark belongs to the set in use on the day', () => {
  expect(formMarkOn('KNĐ-16', plainDate('2018-01-01'))).toEqual({ mark: '16-KNĐ', confirmed: true })
  expect(formMarkOn('KNĐ-16', plainDate('2026-01-01'))).toEqual({ mark: '16-KNĐ', confirmed: false })
  expect(formMarkOn('KNĐ-16', plainDate('1999-01-01'))).toBeUndefined()
  expect(formMarkOn('DM-22', plainDate('2018-01-01'))).toBeUndefined()
})
