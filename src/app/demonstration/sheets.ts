import { dayOf, plainDate, type PlainDate } from '../../kernel/index.ts'
import type { Accounts } from './accounts.ts'
import { addDays } from './calendar.ts'
import type { Chronicle } from './chronicle.ts'
import { stagedCells } from './kinds.ts'
import type { Member } from './members.ts'
import { inventName } from './names.ts'
import type { Random } from './random.ts'
import { sheetWords as words } from './sheets.vi.ts'

/** The units whose dossiers are in the program: a share of their members have a sheet. */
const UNITS: readonly string[] = ['02.034.013', '02.034.028']
const SHEETS = 200
/** Day from which the sheets were typed from the dossiers on paper. */
const TYPED_ON = plainDate('2017-06-12')
const ASKED_DAYS_AGO = 18

type Laying = { readonly chronicle: Chronicle; readonly random: Random; readonly typist: string }

const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))
const json = (value: unknown): string => JSON.stringify(value)

/** Member sheets of some two hundred people, the supplement of the year under way, and proposals that wait. */
export function laySheets(chronicle: Chronicle, members: readonly Member[], accounts: Accounts): void {
  const random = chronicle.branch('sheets')
  const laying = { chronicle, random, typist: accounts.get('dangvu-xa')!.id }
  const signedIn = new Set([...accounts.values()].map(({ member }) => member))
  const ofUnits = members.filter((member) => UNITS.includes(member.cell.unit.code) && member.onBooksSince <= TYPED_ON)
  const first = ofUnits.filter((member) => signedIn.has(member) || member.cell.code === stagedCells.secretary || member.cell.code === stagedCells.both)
  const rest = random.shuffled(ofUnits.filter((member) => !first.includes(member))).slice(0, Math.max(0, SHEETS - first.length))
  for (const member of [...first, ...rest]) laySheet(laying, member)
  layProposals(laying, first.filter((member) => member.cell.code === stagedCells.secretary), accounts)
  layCampaign(laying, members.filter((member) => member.cell.unit.code === UNITS[0]), accounts)
}

function laySheet({ chronicle, random, typist }: Laying, member: Member): void {
  const known = `${TYPED_ON}T02:00:00Z`
  const basis = words.history(yearOf(member.plan.decidedOn))
  const value = (field: string, content: unknown) =>
    chronicle.add('member_sheet.value', { person_id: member.id, field, content: json(content), valid_during: '(,)', basis, recorded_by: typist, recorded_at: known })
  const entry = (list: string, content: object) =>
    chronicle.add('member_sheet.entry', { entry_id: chronicle.id(), person_id: member.id, list, content: json(content), basis, recorded_by: typist, recorded_at: known })
  const born = yearOf(member.birthday)
  const admitted = yearOf(member.plan.decidedOn)
  value('familyBackground', random.pick(words.backgrounds))
  value('youthUnionOn', String(Math.min(born + random.int(15, 17), admitted)))
  value('admissionCell', member.cell.name)
  value('health', random.pick(words.health))
  value('income', words.income(random.int(12, 48)))
  value('house', words.house)
  value('land', words.land)
  if (random.chance(0.04)) value('bornOnOtherPapers', { date: String(born + random.pick([-1, 1, 2])), paper: words.identityCard })
  layCareer(random, entry, { born, admitted, sex: member.sex, place: member.cell.unit.shortName })
  if (random.chance(0.5)) entry('politicalTraining', { school: words.politicalSchool, subject: words.politicalSubject, from: String(admitted + 1), to: String(admitted + 1), form: words.inService, diploma: words.certificate })
  if (random.chance(0.4)) entry('unionMemberships', { organisation: words.union, from: String(Math.min(admitted, born + 20)), place: member.cell.shortName })
  if (member.ethnicity === 'Tày') entry('languages', { language: words.language, level: words.fluent })
  if (random.chance(0.3)) entry('awards', { award: random.pick([words.award, words.award2]), on: String(random.int(admitted, yearOf(TYPED_ON) - 1)), givenBy: words.givenBy })
  layFamily(random, entry, member, born)
}

type Entry = (list: string, content: object) => string

function layCareer(random: Random, entry: Entry, { born, admitted, sex, place }: { born: number; admitted: number; sex: string; place: string }): void {
  entry('career', { work: words.school, from: String(born + 7), to: String(born + 17) })
  const served = sex === 'male' && random.chance(0.35)
  if (served) entry('career', { work: words.army, position: words.private, from: String(born + 18), to: String(born + 21) })
  const begins = born + (served ? 21 : 18)
  if (begins < admitted) entry('career', { work: words.work(words.farming, place), from: String(begins), to: String(admitted) })
  entry('career', { work: words.work(words.farming, place), position: words.cellMember, from: String(Math.max(admitted, begins)) })
}

function layFamily(random: Random, entry: Entry, member: Member, born: number): void {
  const family = member.name.split(' ')[0]!
  const relative = (relation: string, sex: 'male' | 'female', year: number, { inParty, sameFamily = false }: { inParty: number; sameFamily?: boolean }) => {
    const name = inventName(random, member.ethnicity, sex)
    entry('family', {
      relation, name: sameFamily ? [family, ...name.split(' ').slice(1)].join(' ') : name, born: String(year), residence: member.cell.unit.shortName, occupation: words.farming,
      ...(random.chance(inParty) ? { partyStatus: words.member } : {}),
    })
  }
  relative(words.relations.father, 'male', born - random.int(20, 32), { inParty: 0.2, sameFamily: true })
  relative(words.relations.mother, 'female', born - random.int(18, 28), { inParty: 0.08 })
  if (!random.chance(0.85)) return
  relative(member.sex === 'male' ? words.relations.wife : words.relations.husband, member.sex === 'male' ? 'female' : 'male', born + random.int(-4, 4), { inParty: 0.25 })
  for (let child = random.int(1, 3); child > 0; child--) relative(words.relations.child, random.chance(0.5) ? 'male' : 'female', born + random.int(21, 33), { inParty: 0.05, sameFamily: member.sex === 'male' })
}

/** Corrections that wait for the committee, and one that it refused. */
function layProposals({ chronicle, random }: Laying, members: readonly Member[], accounts: Accounts): void {
  const [own, secretary] = [accounts.get('dangvien')!, accounts.get('bithu')!]
  const person = new Map(chronicle.rowsOf('members.person').map((row) => [String(row.id), row]))
  const organisationId = members[0]!.cell.unit.id
  const propose = (member: Member, field: string, after: unknown, about: { before: unknown; reason: string; paper: string; by: string; daysAgo: number; since?: PlainDate; refused?: boolean }) => {
    const on = addDays(chronicle.today, -about.daysAgo)
    chronicle.add('member_sheet.proposal', {
      person_id: member.id, organisation_id: organisationId, proposed_by: about.by, proposed_on: on, kind: 'correction', reason: about.reason, paper: about.paper,
      changes: json([{ field, before: about.before, after, ...(about.since ? { since: about.since } : {}) }]), recorded_at: `${on}T02:30:00Z`, state: 'open', version: 1,
      ...(about.refused ? { state: 'refused', decided_by: accounts.get('dangvu-xa')!.id, decided_on: addDays(on, 3), refusal_reason: words.refused, version: 2 } : {}),
    })
  }
  const column = (member: Member, name: string) => person.get(member.id)?.[name] ?? null
  const placeOf = (member: Member) => (column(member, 'residence') === null ? null : { text: column(member, 'residence') })
  propose(own.member, 'residence', { text: words.town }, { before: placeOf(own.member), reason: words.moved, paper: words.register, by: own.id, daysAgo: 6, since: plainDate('2018-03-01') })
  const others = random.shuffled(members.filter((member) => member !== own.member && member !== secretary.member))
  for (const [i, member] of others.slice(0, 4).entries())
    propose(member, 'occupation', words.trades[i]!, { before: column(member, 'occupation'), reason: words.newWork, paper: words.ownWord, by: secretary.id, daysAgo: 3 + i * 4 })
  propose(others[4]!, 'phone', `09${random.digits(8)}`, { before: column(others[4]!, 'phone'), reason: words.wrongPhone, paper: words.ownWord, by: secretary.id, daysAgo: 30, refused: true })
}

/** The supplement of the year in one commune: some have answered, some answers are checked, one was given back. */
function layCampaign({ chronicle, random, typist }: Laying, members: readonly Member[], accounts: Accounts): void {
  const asked = addDays(chronicle.today, -ASKED_DAYS_AGO)
  const year = yearOf(chronicle.today)
  const campaignId = chronicle.add('member_sheet.campaign', { organisation_id: members[0]!.cell.unit.id, year, asked_on: asked, due_on: dayOf(year, 12, 15), opened_by: typist, recorded_at: `${asked}T01:00:00Z` })
  const own = accounts.get('dangvien')!.member
  let returned = false
  for (const member of members.filter((each) => !each.left)) {
    const state = member === own ? 'asked' : random.weighted([['asked', 62], ['answered', 24], ['checked', 14]] as const)
    const gaveBack: boolean = state === 'answered' && !returned && member.cell.code === stagedCells.secretary
    returned ||= gaveBack
    const changes = state !== 'asked' && random.chance(0.4) ? [{ list: 'awards', entryId: chronicle.id(), before: null, after: { award: words.award, on: String(year), givenBy: words.givenBy } }] : []
    chronicle.add('member_sheet.supplement', {
      campaign_id: campaignId, person_id: member.id, state: gaveBack ? 'returned' : state, answers: json(changes), answered_on: state === 'asked' ? null : addDays(asked, random.int(1, ASKED_DAYS_AGO - 2)),
      return_reason: gaveBack ? words.returned : null, version: state === 'asked' ? 1 : state === 'answered' && !gaveBack ? 2 : 3, recorded_at: `${asked}T01:00:00Z`,
    })
  }
}
