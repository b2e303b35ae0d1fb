import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { fold, plainDate } from '../../../kernel/index.ts'
import { readMemberList } from './index.ts'
import type { Finding, MemberListReading, OrganisationRegister, ReadFields } from './types.ts'

const sample = (name: string) => new URL(`../samples/${name}`, import.meta.url)
const json = <T>(name: string): T => JSON.parse(readFileSync(sample(name), 'utf8')) as T

type ExpectedFinding = {
  sheet: string; row: number; column: string; dirt: string; raw: Finding['raw']; cached?: Finding['raw']
  expect: { kind: string; read?: unknown; choices?: string[] }
}
type Counts = Record<string, number>
type Expected = {
  asOf: string; headerRows: number[]; firstDataRow: number; lastDataRow: number; columns: string[]; dataRows: number; cleanRows: number
  sheets: { name: string; state: string; dataRows?: number; role?: string }[]
  skippedRows: { rows: { sheet: string; row: number; kind: string }[] }
  dirty: ExpectedFinding[]
  totals: { byCell: Counts; beforeSettling: { bySex: Counts; byEthnicGroup: Counts; byStatus: Counts } }
}

const samples = [
  ['danh-sach-sach.xlsx', 'danh-sach'],
  ['mau-xa-hai-dong-tieu-de.xls', 'xa-hai-dong-tieu-de'],
  ['huyen-9863.xlsx', 'huyen'],
  ['mau-37-cot.xlsx', 'mau-37-cot'],
  ['file-nhap-lieu-4.0.xlsx', 'nhap-lieu-4.0'],
  ['doi-chieu-30-09.xlsx', 'doi-chieu'],
] as const

const register = json<OrganisationRegister>('to-chuc.json')
const today = plainDate('2026-01-15')

function counted(reading: MemberListReading, valueOf: (fields: ReadFields) => string | undefined): Counts {
  const counts: Counts = {}
  for (const row of reading.rows) {
    const value = valueOf(row.fields) ?? 'unknown'
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

const sexOf = (fields: ReadFields) => fields.sex && { male: 'Nam', female: 'Nữ' }[fields.sex]
const statusOf = (fields: ReadFields) => (fields.probationary === undefined ? undefined : fields.probationary ? 'probationary' : 'official')
const placeOf = (each: { sheet: string; row: number; column: string }) => `${each.sheet}!${each.column}${each.row}`

/** Headings joined by the sample's author leave out an upper heading that a merge already said. */
function isSameHeading(read: string, expected: string): boolean {
  const words = fold(read)
  return expected.split(' / ').every((part) => words.includes(fold(part)))
}

describe.each(samples)('%s', (fileName, layout) => {
  const expected = json<Expected>(fileName.replace(/\.xlsx?$/, '.expected.json'))
  let reading: MemberListReading

  beforeAll(async () => {
    const outcome = await readMemberList(readFileSync(sample(fileName)), fileName, { register, today })
    if (outcome.outcome !== 'import') throw new Error(outcome.reason)
    reading = outcome
  }, 120_000)

  it('is recognised by its headings', () => {
    const list = reading.sheets.find((sheet) => sheet.role === 'list')!
    expect(reading.layout).toBe(layout)
    expect(list.headerRows).toEqual(expected.headerRows)
    expect(list.columns).toHaveLength(expected.columns.length)
    list.columns.forEach((column, i) => expect(isSameHeading(column, expected.columns[i]!), `${column} ≠ ${expected.columns[i]}`).toBe(true))
    expect(reading.sheets.map(({ name, state, dataRows }) => ({ name, state, dataRows })))
      .toEqual(expected.sheets.map(({ name, state, dataRows }) => ({ name, state, dataRows: dataRows ?? expected.dataRows })))
    expect(reading.sheets.filter((sheet) => sheet.role === 'dictionary').map((sheet) => sheet.name))
      .toEqual(expected.sheets.filter((sheet) => sheet.role === 'dictionary').map((sheet) => sheet.name))
  })

  it('gives every member and names every row that is none', () => {
    expect(reading.dataRows).toBe(expected.dataRows)
    expect(reading.rows).toHaveLength(expected.dataRows)
    expect(reading.rows[0]!.row).toBe(expected.firstDataRow)
    expect(reading.rows.at(-1)!.row).toBe(expected.lastDataRow)
    expect(reading.skipped.map(({ sheet, row, kind }) => ({ sheet, row, kind })))
      .toEqual(expected.skippedRows.rows.map(({ sheet, row, kind }) => ({ sheet, row, kind })))
  })

  it('reports what is wrong at its place, and nothing else', () => {
    const said = reading.findings.map((finding) => `${placeOf(finding)} ${finding.kind} ${finding.code}`).sort()
    expect(said).toEqual(expected.dirty.map((each) => `${placeOf(each)} ${each.expect.kind} ${each.dirt}`).sort())
    expect(reading.cleanRows).toBe(expected.cleanRows)
  })

  it('keeps the original and offers the reading and the choices', () => {
    const findings = new Map(reading.findings.map((finding) => [`${placeOf(finding)} ${finding.code}`, finding]))
    for (const each of expected.dirty) {
      const finding = findings.get(`${placeOf(each)} ${each.dirt}`)!
      const place = `${placeOf(each)} ${each.dirt}`
      expect(finding.raw, place).toBe(each.raw)
      expect(finding.cached, place).toBe(each.cached)
      expect(finding.message.length, place).toBeGreaterThan(5)
      if ('read' in each.expect) expect(finding.read, place).toEqual(each.expect.read)
      if (each.expect.choices) expect(finding.choices, place).toEqual(each.expect.choices)
    }
  })

  it('lets exactly the rows with an error or an open question wait', () => {
    const open = new Set(expected.dirty.filter((each) => ['error', 'question'].includes(each.expect.kind)).map((each) => each.row))
    expect(reading.rows.filter((row) => row.waiting).map((row) => row.row)).toEqual([...open].sort((a, b) => a - b))
  })

  it('counts what is known before anybody answered', () => {
    const { bySex, byEthnicGroup, byStatus } = expected.totals.beforeSettling
    expect(counted(reading, sexOf)).toEqual(bySex)
    expect(counted(reading, (fields) => fields.ethnicity)).toEqual(byEthnicGroup)
    expect(counted(reading, statusOf)).toEqual(byStatus)
  })

  it('finds the day the list speaks of', () => {
    // The clean list names no day; everything else does, each in its own place.
    expect(reading.asOf).toBe(layout === 'danh-sach' ? undefined : expected.asOf)
  })
})

describe('cells of the members', () => {
  it.each(['danh-sach-sach.xlsx', 'mau-xa-hai-dong-tieu-de.xls', 'mau-37-cot.xlsx', 'file-nhap-lieu-4.0.xlsx'])('are all found in %s', async (fileName) => {
    const expected = json<Expected>(fileName.replace(/\.xlsx?$/, '.expected.json'))
    const outcome = await readMemberList(readFileSync(sample(fileName)), fileName, { register, today })
    expect(outcome.outcome).toBe('import')
    expect(counted(outcome as MemberListReading, (fields) => fields.cellCode)).toEqual(expected.totals.byCell)
  }, 60_000)
})
