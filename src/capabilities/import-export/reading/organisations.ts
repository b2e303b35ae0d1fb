import { fold, tidy, type PlainDate } from '../../../kernel/index.ts'
import { caseless, proposal, question, spelling, type Draft } from './values/reading.ts'
import type { OrganisationRegister, RegisteredCell, RegisteredOrganisation } from './types.ts'

type PlacedCell = { readonly code: string; readonly name: string; readonly keys: Readonly<Record<Closeness, string>>; readonly organisation: RegisteredOrganisation; readonly formerNames: RegisteredCell['formerNames'] }

/** `02.034.001` for `02034001` and the like: digits alone, for comparing codes however they are written. */
const digitsOf = (code: string): string => code.replace(/\D/g, '')
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^cb\b\.?/, 'chi bộ'], [/^chi bo\b/, 'chi bộ'], [/\btdp\b/, 'tổ dân phố'], [/\bthpt\b/, 'trung học phổ thông'], [/^(?!chi bộ)/, 'chi bộ '],
]

function expanded(name: string): string {
  let result = caseless(name)
  for (const [pattern, full] of SHORT_FORMS) result = result.replace(pattern, full)
  return spelling(result)
}

const CELL = spelling('chi bộ')
const KIND_OF_PLACE = new RegExp(`^${CELL} (${['thôn', 'bản', 'xóm', 'ấp', 'làng', 'buôn', 'tổ dân phố', 'khu phố', 'khu', 'tổ'].map(spelling).join('|')}) `, 'u')
/** `Nà Thọ` of `Chi bộ Thôn Nà Thọ`. */
const placeIn = (name: string): string => {
  const full = expanded(name)
  return KIND_OF_PLACE.test(full) ? full.replace(KIND_OF_PLACE, '') : full.slice(CELL.length + 1)
}

/** How a name was recognised: as it is, by case and blanks, by a short form, by the name of the place alone, without marks. */
type Closeness = 'exact' | 'caseless' | 'short' | 'place' | 'unmarked'
const MATCHERS: readonly (readonly [Closeness, (text: string) => string])[] = [
  ['exact', (text) => text.normalize('NFC')], ['caseless', spelling], ['short', expanded], ['place', placeIn], ['unmarked', (text) => fold(expanded(text))],
]

const keysOf = (name: string) => Object.fromEntries(MATCHERS.map(([closeness, key]) => [closeness, key(name)])) as Record<Closeness, string>

export type FoundCell = { readonly code?: string; readonly finding?: Draft }

/** The register of organisations, ready to be asked by code and by name on the day of the list. */
export class OrganisationIndex {
  private readonly cells: readonly PlacedCell[]
  private readonly byDigits = new Map<string, PlacedCell>()
  private readonly remembered = new Map<string, FoundCell>()
  private readonly rememberedCodes = new Map<string | number, FoundCell>()
  private readonly rememberedOrganisations = new Map<string, RegisteredOrganisation | undefined>()
  readonly organisations: readonly RegisteredOrganisation[]

  /** `asOf` decides whether a former name is still the right one; without a day every former name is an old one. */
  constructor(register: OrganisationRegister, private readonly asOf: PlainDate | undefined) {
    this.organisations = register.organisations
    this.cells = register.organisations.flatMap((organisation) =>
      (organisation.cells.length > 0 ? organisation.cells : [organisation]).map((cell) => ({ code: cell.code, name: cell.name, keys: keysOf(cell.name), organisation, formerNames: cell.formerNames })))
    for (const cell of this.cells) this.byDigits.set(digitsOf(cell.code), cell)
  }

  nameOf = (code: string): string => this.byDigits.get(digitsOf(code))?.name ?? code

  findOrganisation(code: string | undefined, name: string | undefined): RegisteredOrganisation | undefined {
    const key = `${code ?? ''}\n${name ?? ''}`
    if (!this.rememberedOrganisations.has(key)) this.rememberedOrganisations.set(key, this.matchOrganisation(code, name))
    return this.rememberedOrganisations.get(key)
  }

  private matchOrganisation(code: string | undefined, name: string | undefined): RegisteredOrganisation | undefined {
    const byCode = code ? this.organisations.find((each) => digitsOf(each.code) === digitsOf(code).padStart(digitsOf(each.code).length, '0')) : undefined
    return byCode ?? (name ? this.organisations.find((each) => caseless(each.name) === caseless(name)) ?? this.organisationIn([name, `Đảng bộ ${name}`]) : undefined)
  }

  /** The one organisation whose name stands in the texts (`ĐẢNG ỦY XÃ …`); `undefined` when none or several do. */
  organisationIn(texts: readonly string[]): RegisteredOrganisation | undefined {
    const words = texts.map((text) => ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')} `)
    const stands = (organisation: RegisteredOrganisation) => {
      const place = fold(organisation.name).replace(/^(dang bo|dang uy|chi bo)( co so)? /, '').replace(/[^a-z0-9]+/g, ' ').trim()
      return words.some((text) => new RegExp(` (dang bo|dang uy|chi bo|chi uy)( co so)? ${place} `).test(text))
    }
    const found = this.organisations.filter(stands)
    const longest = found.filter((each) => !found.some((other) => other !== each && fold(other.name).includes(fold(each.name))))
    return longest.length === 1 ? longest[0] : undefined
  }

  /** The organisation that alone has every one of these cells; the only conclusion that needs no guessing. */
  organisationOfCells(names: readonly string[]): RegisteredOrganisation | undefined {
    const known = names.map(expanded).filter(Boolean)
    if (known.length === 0) return undefined
    const counted = this.organisations.map((organisation) => {
      const own = new Set(this.cells.filter((cell) => cell.organisation === organisation).flatMap((cell) => [cell.name, ...(cell.formerNames ?? []).map((former) => former.name)]).map(expanded))
      return { organisation, share: known.filter((name) => own.has(name)).length / known.length }
    })
    const best = Math.max(...counted.map((each) => each.share))
    const winners = counted.filter((each) => each.share === best)
    return best >= 0.8 && winners.length === 1 ? winners[0]!.organisation : undefined
  }

  /** The cell with this code. A lost zero or missing dots are proposed; a code that is not in the register is a question. */
  findByCode(raw: string | number): FoundCell {
    const known = this.rememberedCodes.get(raw)
    if (known) return known
    const found = this.matchCode(raw)
    this.rememberedCodes.set(raw, found)
    return found
  }

  private matchCode(raw: string | number): FoundCell {
    const digits = digitsOf(String(raw))
    const exact = typeof raw === 'string' ? this.byDigits.get(digits) : undefined
    if (exact) return String(raw).trim() === exact.code ? { code: exact.code } : { code: exact.code, finding: proposal('org.code-without-dots', { cell: exact.code }) }
    const padded = this.byDigits.get(`0${digits}`)
    if (padded) return { code: padded.code, finding: proposal(typeof raw === 'number' ? 'org.code-as-number' : 'org.code-lost-zero', { cell: padded.code }) }
    return { finding: question('org.code-unknown', [], { value: String(raw) }) }
  }

  /** The cell of this name in the organisation (in the whole register when the organisation is not known). */
  findByName(raw: string, organisation: RegisteredOrganisation | undefined): FoundCell {
    const key = `${organisation?.code ?? ''}\n${raw}`
    const known = this.remembered.get(key)
    if (known) return known
    const found = this.match(raw, organisation)
    this.remembered.set(key, found)
    return found
  }

  private match(raw: string, organisation: RegisteredOrganisation | undefined): FoundCell {
    const within = organisation ? this.cells.filter((cell) => cell.organisation.code === organisation.code) : this.cells
    for (const [closeness, key] of MATCHERS) {
      // Without marks only what was written without marks: `Lý` and `Ly` may be two hamlets.
      if (closeness === 'unmarked' && /\P{ASCII}/u.test(raw)) continue
      // The name of a place alone may stand in every commune, and another kind of place is another place.
      if (closeness === 'place' && (!organisation || KIND_OF_PLACE.test(expanded(raw)))) continue
      const wanted = key(raw)
      const current = within.filter((cell) => cell.keys[closeness] === wanted)
      if (current.length === 1) return this.foundCurrent(current[0]!, closeness)
      if (current.length > 1) return { finding: question('org.cell-ambiguous', current.map((cell) => cell.code), { value: tidy(raw) }) }
    }
    return this.matchFormer(raw, within) ?? this.matchElsewhere(raw, organisation, within)
  }

  private foundCurrent(cell: PlacedCell, closeness: Closeness): FoundCell {
    if (closeness === 'exact') return { code: cell.code }
    const code = closeness === 'caseless' ? 'org.letter-case-blank' : closeness === 'short' || closeness === 'place' ? 'org.abbreviated' : 'org.no-accent'
    return { code: cell.code, finding: proposal(code, { cell: cell.code }, { name: cell.name }) }
  }

  private matchFormer(raw: string, within: readonly PlacedCell[]): FoundCell | undefined {
    const wanted = expanded(raw)
    const found = within.flatMap((cell) => (cell.formerNames ?? []).filter((former) => expanded(former.name) === wanted).map((former) => ({ cell, former })))
    const [first] = found
    if (!first) return undefined
    if (found.length > 1) return { finding: question('org.old-name-divided', found.map(({ cell }) => cell.code)) }
    if (this.asOf !== undefined && this.asOf <= first.former.validTo) return { code: first.cell.code }
    const until = first.former.validTo.split('-').reverse().join('/')
    return { code: first.cell.code, finding: proposal('org.old-name', { cell: first.cell.code }, { name: first.cell.name, until }) }
  }

  private matchElsewhere(raw: string, organisation: RegisteredOrganisation | undefined, within: readonly PlacedCell[]): FoundCell {
    const wanted = expanded(raw)
    const elsewhere = organisation ? this.cells.filter((cell) => cell.organisation.code !== organisation.code && cell.keys.short === wanted) : []
    if (elsewhere.length > 0) return { finding: question('org.cell-of-another', elsewhere.map((cell) => cell.code), { organisation: [...new Set(elsewhere.map((cell) => cell.organisation.name))].join(', ') }) }
    return { finding: question('org.cell-unknown', organisation ? within.map((cell) => cell.code) : []) }
  }
}
