import { expect, test } from 'vitest'
import { dossierDocumentTypes, dossierTypeOfRow } from '../../regulations/index.ts'
import { readScanName } from './scan-names.ts'

test.each([
  ['002086001234_NguyenVanA/07.Quyet dinh cong nhan dang vien chinh thuc.pdf', '002086001234', 'nguyenvana', 'KNĐ-16', undefined],
  ['001.002.003.004.005/002086001234_LoThiDua/23.Quyet dinh khen thuong.2.pdf', '002086001234', 'lothidua', 'DM-23', 2],
  ['D:\\quet\\002086001234_DangVanDo\\104.To khai de nghi truy tang Huy hieu Dang.pdf', '002086001234', 'dangvando', 'DM-104', undefined],
  ['076533422_HoangThiHien/02.ly lich dang vien.pdf', '076533422', 'hoangthihien', 'HSĐV-1', undefined],
  ['01.ly lich.pdf', undefined, undefined, 'KNĐ-2', undefined],
  ['Đặng Văn Đò/Lý lịch đảng viên.jpg', undefined, 'dangvando', 'HSĐV-1', undefined],
  ['Phiếu đảng viên.pdf', undefined, undefined, 'HSĐV-2', undefined],
  ['phieu dang vien cu.pdf', undefined, undefined, 'DM-85', undefined],
  ['16-KNĐ.pdf', undefined, undefined, 'KNĐ-16', undefined],
  ['2-HSDV.2.pdf', undefined, undefined, 'HSĐV-2', 2],
  ['Quyết định kết nạp đảng viên (9A-KNĐ).pdf', undefined, undefined, 'KNĐ-9A', undefined],
  ['Don xin vao Dang.pdf', undefined, undefined, 'KNĐ-1', undefined],
] as const)('%s', (name, identityNumber, personName, documentType, part) => {
  expect(readScanName(name)).toEqual({ identityNumber, personName, documentType, part, doubts: [] })
})

test('a row and a title that do not agree are in doubt, and the row is proposed', () => {
  expect(readScanName('07.Don xin vao Dang.pdf')).toMatchObject({ documentType: 'KNĐ-16', doubts: ['typesDisagree'] })
})

test('a name that says nothing has no type', () => {
  for (const name of ['scan0001.pdf', 'IMG_20181005_101112.jpg', '.pdf', '999.pdf', '/']) expect(readScanName(name), name).toMatchObject({ documentType: undefined, doubts: ['noType'] })
})

test('hostile names are read without harm', () => {
  expect(readScanName('../../etc/passwd').documentType).toBeUndefined()
  expect(readScanName('a'.repeat(300)).documentType).toBeUndefined()
  const began = performance.now()
  readScanName(`${'1_'.repeat(140)}x`)
  expect(performance.now() - began).toBeLessThan(200)
})

test.each([30, 45, 60])('every row of the catalogue is read with its title cut after %i letters', (length) => {
  const rows = dossierDocumentTypes.filter(({ code, catalogueNo }) => catalogueNo && dossierTypeOfRow(catalogueNo)?.code === code)
  expect(rows.length).toBeGreaterThan(90)
  for (const { code, catalogueNo, title } of rows) {
    const name = `${String(catalogueNo).padStart(2, '0')}.${title.slice(0, length).replace(/[/:]/g, ' ')}.pdf`
    expect(readScanName(name), name).toMatchObject({ documentType: code, doubts: [] })
  }
})
