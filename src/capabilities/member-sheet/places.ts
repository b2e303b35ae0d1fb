import { fold, plainDate, type PlainDate } from '../../kernel/index.ts'
import unitsAfter from '../../regulations/codes/communes-2025.json' with { type: 'json' }
import unitsBefore from '../../regulations/codes/communes-bac-quang-2018.json' with { type: 'json' }
import { fillIn } from '../../platform/words.ts'
import { saidWords } from './words.vi.ts'

/**
 * A place as it stands on the paper; the text is never rewritten. `unitCode` names the commune; codes were given to other communes on
 * 01/07/2025, so a code counts only with `unitOn`, a day on which it was true.
 */
export type Place = { readonly text: string; readonly unitCode?: string | undefined; readonly unitOn?: PlainDate | undefined }

/** First day of the communes of today. */
export const newUnitsFrom = plainDate(unitsAfter.validFrom)

const lowerFirst = (name: string) => name[0]!.toLocaleLowerCase('vi') + name.slice(1)
const newUnits = new Map(unitsAfter.items.map((unit) => [unit.code, unit]))
const province = lowerFirst(unitsAfter.province.vi)
const district = fold(unitsBefore.parent.district.vi).replace(/^huyen /, '')

type FormerUnit = (typeof unitsBefore.items)[number]

/** The former commune that a text names beside its district; none when it names no commune of the district, or two. */
function formerUnitIn(text: string): FormerUnit | undefined {
  const parts = text.split(/[,–]/).map((part) => fold(part))
  if (!parts.some((part) => part.replace(/^huyen /, '') === district)) return undefined
  const named = unitsBefore.items.filter((unit) => parts.includes(fold(unit.vi)))
  return named.length === 1 ? named[0] : undefined
}

function formerUnitOf({ text, unitCode, unitOn }: Place): FormerUnit | undefined {
  if (!unitCode || !unitOn) return formerUnitIn(text)
  return unitOn < newUnitsFrom ? unitsBefore.items.find((unit) => unit.code === unitCode) : undefined
}

/** The commune of today that a place lies in, in words: `xã Bắc Quang, tỉnh Tuyên Quang`. Only for a place told by a former commune. */
export function unitNow(place: Place): string | undefined {
  const former = formerUnitOf(place)
  const unit = former && newUnits.get(former.successorCode)
  return unit && `${lowerFirst(unit.vi)}, ${province}`
}

/** A place as read on a day: from 01/07/2025 a place in a former commune names that of today as well. */
export function placeText(place: Place, on: PlainDate): string {
  const unit = on >= newUnitsFrom ? unitNow(place) : undefined
  return unit ? fillIn(saidWords.unitSince, { text: place.text, day: newUnitsFrom, unit }) : place.text
}

/** True when a code named a commune on a day. */
export const isUnitOn = (code: string, on: PlainDate): boolean => (on < newUnitsFrom ? unitsBefore.items : unitsAfter.items).some((unit) => unit.code === code)

/** Communes on a day, for choosing. */
export const unitsNow = (on: PlainDate): readonly { code: string; name: string }[] => (on < newUnitsFrom ? unitsBefore.items : unitsAfter.items).map((unit) => ({ code: unit.code, name: unit.vi }))
