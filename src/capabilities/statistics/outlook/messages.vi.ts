import { pyramidAges, type outlooks, type QualityTrait } from '../outlook-codes.ts'

export const qualityTraitNames: Readonly<Record<QualityTrait, string>> = { sex: 'Giới tính', ethnicity: 'Dân tộc', education: 'Học vấn phổ thông', theory: 'Lý luận chính trị', age: 'Tuổi' }

const valueNames: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ', few: 'Khác (mỗi loại dưới 5 người)' }

/** Words of a band of the age pyramid by its place, from 0. */
export function ageBandName(band: number | null): string {
  if (band === null) return 'chưa rõ'
  const [first, next] = [pyramidAges[band - 1], pyramidAges[band]]
  if (first === undefined) return `dưới ${pyramidAges[0]}`
  return next === undefined ? `từ ${first}` : `${first}–${next - 1}`
}

/** A value of a trait in words; what nothing is known of says so. */
export function qualityValueName(trait: QualityTrait, value: string | null): string {
  if (value === null) return 'chưa ghi'
  return trait === 'age' ? ageBandName(Number(value)) : (valueNames[value] ?? value)
}

/** What a forecast says of a target. */
export const outlookNames: Readonly<Record<(typeof outlooks)[number], string>> = { reached: 'đã đạt', willReach: 'sẽ đạt', mayReach: 'có thể đạt', willMiss: 'khó đạt', unknown: 'chưa dự báo được' }
