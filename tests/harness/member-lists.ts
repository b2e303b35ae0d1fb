import { createRequire } from 'node:module'
import type { Workbook, Worksheet } from 'exceljs'
import { plainDate } from '../../src/kernel/index.ts'
import { readMemberList, type MemberListReading, type ReadingOptions } from '../../src/capabilities/import-export/reading/index.ts'
import type { OrganisationRegister } from '../../src/capabilities/import-export/reading/types.ts'

const ExcelJS = createRequire(import.meta.url)('exceljs') as { Workbook: new () => Workbook }
export const newWorkbook = (): Workbook => new ExcelJS.Workbook()

/** Organisations of an invented district that the lists of the tests are held against. */
const register: OrganisationRegister = {
  organisations: [
    { code: '02.034.091', name: 'Đảng bộ xã Suối Mây', cells: [
      { code: '02.034.091.000.001', name: 'Chi bộ Thôn Hòa Bình', formerNames: [{ name: 'Chi bộ Thôn Đồi Chè', validTo: '2016-12-31' }] },
      { code: '02.034.091.000.002', name: 'Chi bộ Thôn Lũng Vài' },
    ] },
    { code: '02.034.092', name: 'Đảng bộ xã Khe Đá', cells: [{ code: '02.034.092.000.001', name: 'Chi bộ Thôn Khe Nước' }] },
  ],
}

/** Reads a list that is taken; throws the reason of a refused one. */
export async function read(bytes: Uint8Array, name: string, options: Partial<ReadingOptions> = {}): Promise<MemberListReading> {
  const outcome = await readMemberList(bytes, name, { register, today: plainDate('2018-10-05'), ...options })
  if (outcome.outcome !== 'import') throw new Error(outcome.reason)
  return outcome
}

export const csv = (lines: readonly string[]) => Buffer.from(lines.join('\r\n'))
export const codes = (reading: MemberListReading) => reading.findings.map((finding) => `${finding.column}${finding.row} ${finding.code}`)

export const workbookOf = async (rows: readonly (readonly unknown[])[], dress: (sheet: Worksheet) => void = () => {}) => {
  const workbook = newWorkbook()
  const sheet = workbook.addWorksheet('ds')
  sheet.addRows(rows as unknown[][])
  dress(sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

export const CELL = 'Chi bộ Thôn Hòa Bình'
export const readRows = async (rows: readonly (readonly unknown[])[], dress?: (sheet: Worksheet) => void) => read(await workbookOf(rows, dress), 'la.xlsx')
export const skippedIn = (reading: MemberListReading) => reading.skipped.filter(({ kind }) => kind !== 'blank').map(({ row, kind }) => `${row} ${kind}`)
