import { stageNames } from '../admission/index.ts'
import { endNames, positionName, sexNames, statusNames } from '../members/index.ts'
import { organisationTypeNames } from '../organisations/index.ts'
import { balanceNames, traitValueName } from '../statistics/index.ts'
import type { Dimension, Measure } from './codes.ts'

const fileKinds: Readonly<Record<string, string>> = { admission: 'Kết nạp', readmission: 'Kết nạp lại', confirmation: 'Công nhận chính thức' }

const countWords = { all: 'Tất cả', few: 'Khác (mỗi loại dưới 5 người)', unknown: 'Chưa ghi', noGrassroots: 'Trực thuộc cấp trên', noKind: 'Không thuộc tổ chức cơ sở' } as const

function detailName(measure: Measure, value: string): string {
  const names: Readonly<Record<string, string>> = { members: statusNames, left: endNames, movement: balanceNames, files: fileKinds, organisations: organisationTypeNames }[measure as string] ?? {}
  return measure === 'posts' ? positionName(value) : (names[value] ?? value)
}

/** Stages of a confirmation are marked as such: they have names of their own. */
function stageName(value: string): string {
  const [, confirming, stage] = /^(confirmation\.)?(.*)$/.exec(value)!
  return confirming ? `${fileKinds.confirmation}: ${stageNames('confirmation', stage as never)}` : stageNames('admission', stage as never)
}

/** A value of a dimension in words; organisations are named by the caller. */
export function valueName(measure: Measure, dimension: Dimension, value: string | null): string {
  if (value === 'few') return countWords.few
  if (value === null) return dimension === 'none' ? countWords.all : dimension === 'grassroots' ? countWords.noGrassroots : dimension === 'organisationKind' ? countWords.noKind : countWords.unknown
  switch (dimension) {
    case 'detail': return detailName(measure, value)
    case 'organisationKind': return organisationTypeNames[value] ?? value
    case 'areaKind': return value.charAt(0).toLocaleUpperCase('vi') + value.slice(1)
    case 'stage': return stageName(value)
    case 'sex': return sexNames[value as keyof typeof sexNames] ?? value
    case 'ageBand': case 'partyAgeBand': return traitValueName(dimension, value)
    case 'month': return `${value.slice(5)}/${value.slice(0, 4)}`
    default: return value
  }
}
