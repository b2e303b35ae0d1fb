import { describe, expect, it } from 'vitest'
import { coveredNumberIn } from './carried-number.ts'
import type { Finds, PersonFound } from './client.ts'
import { countWords } from './finds-list.tsx'
import { linesOf, personLine } from './lines.ts'

const address = (name: string, params: Record<string, string | number> = {}) => `/${name}/${params['id'] ?? ''}`
const asks = (device: 'office' | 'pocket' = 'office') => ({ address, device })
const person: PersonFound = {
  id: 'p1', fullName: 'Hoàng Thị Nhung', otherName: 'Mí', bornYear: 1994, cell: 'Thôn Khun Luông', organisation: 'xã Quang Minh', standing: 'full', cardNumber: null, prospectId: null, why: 'name', near: false,
}
const none = { rows: [], total: 0 }
const finds = (parts: Partial<Finds>): Finds => ({ asOf: '2018-10-05', people: none, organisations: none, files: none, decisions: none, ...parts })

describe('a find in words', () => {
  it('says who, where, how the person stands and why', () => {
    expect(personLine(person, asks())).toEqual({
      key: 'person.p1', label: 'Hoàng Thị Nhung (1994)', about: ['Thôn Khun Luông – xã Quang Minh', 'đảng viên chính thức'], why: 'theo họ và tên', near: false, to: '/member/p1',
    })
    expect(personLine({ ...person, why: 'otherName' }, asks()).why).toBe('tên khác: Mí')
    expect(personLine({ ...person, why: 'card', cardNumber: '02034567' }, asks()).why).toBe('số thẻ 02034567')
  })

  it('leads to the source of who is followed, and to the page of the phone on the phone', () => {
    expect(personLine({ ...person, standing: 'followed', prospectId: 's1' }, asks()).to).toBe('/source/s1')
    expect(personLine(person, asks('pocket')).to).toBe('/pocketMember/p1')
    const organisation = { id: 'o1', name: 'Chi bộ Khoa Nội', type: 'CHI_BO', code: '02', above: null, formerName: 'Chi bộ Nội khoa', formerUntil: '2015-12-31', why: 'formerName', near: false } as const
    const [found] = linesOf(finds({ organisations: { rows: [organisation], total: 1 } }), asks('pocket'))
    expect(found!.lines[0]).toMatchObject({ to: undefined, why: 'tên cũ: Chi bộ Nội khoa (đến 31/12/2015)' })
  })

  it('leads a decision to its file, or to the member when it has none', () => {
    const decision = { kind: 'admission', number: '12-QĐ/HU', decidedOn: '2018-09-01', file: { id: 'c1', kind: 'admission' }, personId: 'p1', fullName: 'Hoàng Thị Nhung', bornYear: null, cell: null, organisation: null } as const
    const lineOf = (row: Finds['decisions']['rows'][number]) => linesOf(finds({ decisions: { rows: [row], total: 1 } }), asks())[0]!.lines[0]!
    expect(lineOf(decision)).toMatchObject({ label: 'Quyết định kết nạp 12-QĐ/HU', about: ['ngày 01/09/2018', 'Hoàng Thị Nhung'], to: '/admissionCase/c1' })
    expect(lineOf({ ...decision, file: null, decidedOn: null })).toMatchObject({ about: ['chưa rõ ngày', 'Hoàng Thị Nhung'], to: '/member/p1' })
  })

  it('counts near ones apart, and says so above a thousand', () => {
    const words = (near: boolean[], total: number) => countWords({ group: 'people', total, lines: near.map((each, i) => ({ ...personLine(person, asks()), key: String(i), near: each })) })
    expect(words([false, false], 2)).toBe('2')
    expect(words([false, true, true], 1)).toBe('1 · 2 gần giống')
    expect(words([true], 0)).toBe('1 gần giống')
    expect(words([false], 30)).toBe('1 trong 30')
    expect(words([false], 1001)).toBe('1 trong hơn 1.000: gõ thêm chữ để thu hẹp')
  })
})

describe('a number that may be covered', () => {
  it('has nine or twelve digits, however they are grouped', () => {
    expect(coveredNumberIn('001 099 012 345')).toBe('001099012345')
    expect(coveredNumberIn('012.345.678')).toBe('012345678')
    expect(coveredNumberIn('02034567')).toBeUndefined()
    expect(coveredNumberIn('02.034.013.0')).toBeUndefined()
    expect(coveredNumberIn('12-QĐ/HU')).toBeUndefined()
  })
})
