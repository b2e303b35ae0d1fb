import { plainDate, type PlainDate } from '../../kernel/index.ts'

export type UnitKind = 'commune' | 'township' | 'office' | 'health' | 'army' | 'police' | 'school' | 'enterprise'
export type CellKind = 'hamlet' | 'street' | 'kindergarten' | 'primarySchool' | 'school' | 'health' | 'office' | 'army' | 'police' | 'enterprise'

/** How admissions flow in a cell: `slow` none for two years, `dry` none for five, `desert` none for two terms. */
export type Flow = 'flowing' | 'slow' | 'dry' | 'desert'

export type Cell = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly kind: CellKind
  readonly residential: boolean
  readonly size: number
  readonly foundedOn: PlainDate
  readonly unit: Unit
  flow: Flow
}

export type Unit = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly kind: UnitKind
  readonly communeCode: string | undefined
  readonly mayDecideAdmission: boolean
  readonly cells: Cell[]
}

export type District = { readonly id: string; readonly units: readonly Unit[]; readonly cells: readonly Cell[] }

export const DISTRICT_CODE = '02.034'
export const BLOCKS_RENAMED_ON = plainDate('2017-05-15')

/** Cells that the sign-ins of the demonstration look at. */
export const stagedCells = { secretary: '02.034.013.000.002', both: '02.034.028.000.001', forgotten: '02.034.014.000.001' } as const
