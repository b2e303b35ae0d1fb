import { dayOf, nameSortKey, type PlainDate } from '../../kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { Cell, CellKind, District } from './kinds.ts'
import { inventName, type Sex } from './names.ts'
import { MAJORITY, minorities } from './names.vi.ts'
import { DISTRICT_AND_PROVINCE, DISTRICT_SEAT, otherDistricts, otherNativePlaces } from './places.vi.ts'
import type { Random } from './random.ts'
import {
  COMPLETED, NO_RELIGION, occupations, professionByKind, religions, RETIRED, tenGrades, theoryOfNewcomers, theoryOfResidents, theoryOfStaff, twelveGrades,
} from './traits.vi.ts'

export type Person = {
  readonly id: string
  name: string
  readonly sex: Sex
  readonly ethnicity: string
  /** The true day of birth; the books may know only the year. */
  readonly birthday: PlainDate
}

export type PersonPlan = {
  readonly cell: Cell
  readonly sex: Sex
  readonly ethnicity: string
  readonly birthday: PlainDate
  readonly isMember: boolean
  readonly name?: string | undefined
  readonly admittedYear?: number | undefined
}

/** Invents people, with numbers that no two of them share. */
export class People {
  private readonly random: Random
  private readonly taken = new Set<string>()
  private readonly communes: readonly string[]

  constructor(private readonly chronicle: Chronicle, district: District) {
    this.random = chronicle.branch('people')
    this.communes = district.units.filter((unit) => unit.communeCode).map((unit) => capital(unit.shortName))
  }

  /** Adds the row of a person kept by the cell. */
  add({ cell, sex, ethnicity, birthday, isMember, name: given, admittedYear }: PersonPlan, knownOn: PlainDate): Person {
    const { random } = this
    const name = given ?? inventName(random, ethnicity, sex)
    const year = Number(birthday.slice(0, 4))
    const works = !cell.residential
    const general = year < 1972 ? random.weighted(tenGrades) : random.weighted(twelveGrades)
    const retired = isMember && cell.residential && year < 1962 && random.chance(0.3)
    const id = this.chronicle.add('members.person', {
      full_name: name, other_name: random.chance(0.012) ? inventName(random, ethnicity, sex) : null, sort_key: nameSortKey(name), sex,
      born_on: this.bornAsKnown(birthday), ethnicity, religion: isMember ? random.weighted(religions) : NO_RELIGION,
      ...this.numbers(birthday, sex),
      phone: random.chance(year < 1950 ? 0.35 : 0.86) ? this.unique(() => `0${random.pick(['32', '33', '35', '36', '37', '38', '39', '91', '94', '96', '97', '98', '86'])}${random.digits(7)}`) : null,
      native_place: this.nativePlace(cell, ethnicity), residence: this.residence(cell),
      general_education: works && year >= 1972 ? COMPLETED : general,
      profession: random.weighted(professionByKind[trade(cell.kind)]),
      political_theory: !isMember ? null : random.weighted((admittedYear ?? 0) >= 2015 ? theoryOfNewcomers : works ? theoryOfStaff : theoryOfResidents),
      occupation: retired ? RETIRED : random.weighted(occupations[cell.kind]), note: null, keeper_id: cell.id, version: 1, recorded_at: this.chronicle.known(knownOn),
    })
    return { id, name, sex, ethnicity, birthday }
  }

  /** Of the oldest often only the year is known, of some the month. */
  private bornAsKnown(birthday: PlainDate): string {
    const year = Number(birthday.slice(0, 4))
    const { random } = this
    if (year < 1950 ? random.chance(0.55) : year < 1962 ? random.chance(0.1) : random.chance(0.004)) return birthday.slice(0, 4)
    return random.chance(year < 1955 ? 0.12 : 0.006) ? birthday.slice(0, 7) : birthday
  }

  private numbers(birthday: PlainDate, sex: Sex): { identity_number: string | null; old_identity_number: string | null } {
    const { random } = this
    const year = Number(birthday.slice(0, 4))
    const isNew = random.chance(year < 1950 ? 0.2 : 0.46)
    return {
      identity_number: isNew ? this.unique(() => identityNumber(random, birthday, sex)) : null,
      old_identity_number: !isNew || random.chance(0.3) ? this.unique(() => `07${random.digits(7)}`) : null,
    }
  }

  /** Gives a person already added another name. */
  rename(person: Person, fullName: string): void {
    person.name = fullName
    this.chronicle.amend('members.person', person.id, { full_name: fullName, other_name: null, sort_key: nameSortKey(fullName) })
  }

  /** Fixes who a person already added is. */
  become(person: Person, { name, sex, ethnicity, birthday }: Omit<Person, 'id'>): Person {
    this.rename(person, name)
    this.chronicle.amend('members.person', person.id, { sex, ethnicity, born_on: birthday, identity_number: null })
    return { id: person.id, name, sex, ethnicity, birthday }
  }

  unique(make: () => string): string {
    for (;;) {
      const made = make()
      if (this.taken.has(made)) continue
      this.taken.add(made)
      return made
    }
  }

  private nativePlace(cell: Cell, ethnicity: string): string {
    const { random } = this
    if (ethnicity === MAJORITY && random.chance(0.58)) return random.pick(otherNativePlaces)
    if (random.chance(0.07)) return random.pick(otherDistricts)
    const commune = cell.unit.communeCode && random.chance(0.8) ? capital(cell.unit.shortName) : random.pick(this.communes)
    return `${commune}, ${DISTRICT_AND_PROVINCE}`
  }

  private residence(cell: Cell): string {
    const commune = cell.unit.communeCode ? capital(cell.unit.shortName) : DISTRICT_SEAT
    return `${cell.residential ? `${cell.shortName}, ` : ''}${commune}, ${DISTRICT_AND_PROVINCE}`
  }
}

const capital = (text: string) => text[0]!.toLocaleUpperCase('vi') + text.slice(1)

function trade(kind: CellKind): keyof typeof professionByKind {
  if (kind === 'hamlet' || kind === 'street') return 'living'
  if (kind === 'kindergarten' || kind === 'primarySchool' || kind === 'school') return 'teaching'
  if (kind === 'health') return 'caring'
  return kind === 'enterprise' ? 'producing' : 'serving'
}

/** Twelve digits: province of registration, century and sex, two digits of the year, six by chance. */
export function identityNumber(random: Random, birthday: PlainDate, sex: Sex): string {
  const year = Number(birthday.slice(0, 4))
  const province = random.weighted([['002', 88], ['008', 4], ['036', 2], ['034', 2], ['026', 2], ['035', 1], ['001', 1]])
  return `${province}${(year >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0)}${birthday.slice(2, 4)}${random.digits(6)}`
}

const townShare: Readonly<Record<string, number>> = { township: 0.4, office: 0.5, army: 0.5, police: 0.45, health: 0.52, school: 0.5, enterprise: 0.5, commune: 0.7 }

/** How likely a member of the cell is of an ethnic minority; communes differ. */
export const minorityShare = (cell: Cell): number => townShare[cell.unit.kind]! + ((Number(cell.unit.code.slice(-2)) * 7) % 5 - 2) * 0.06

/** The minorities of a unit: mostly Tày; one other group is at home in each commune. */
export function minorityOf(random: Random, cell: Cell): string {
  const atHome = minorities[1 + (Number(cell.unit.code.slice(-2)) % 4)]![0]
  return random.chance(cell.unit.kind === 'commune' && cell.kind === 'hamlet' ? 0.16 : 0.02) ? atHome : random.weighted(minorities)
}

const womenByKind: Readonly<Record<CellKind, number>> = {
  hamlet: 0.19, street: 0.27, kindergarten: 0.94, primarySchool: 0.6, school: 0.5, health: 0.5, office: 0.27, army: 0.03, police: 0.08, enterprise: 0.22,
}

/** How likely a member is a woman, by cell and by the year of admission. */
export const womenShare = (cell: Cell, admittedYear: number): number =>
  womenByKind[cell.kind] * (cell.residential ? (admittedYear < 1985 ? 0.5 : admittedYear < 2005 ? 0.9 : 1.7) : 1)

/** A day of birth by which the person was `age` years and some months old on the day. */
export function birthdayFor(random: Random, on: PlainDate, age: number): PlainDate {
  const year = Number(on.slice(0, 4)) - age - 1
  const birthday = dayOf(year, random.int(1, 12), random.int(1, 28))
  // Between age and age + 2 full years; the lower bound is what the rules ask for.
  return birthday
}

