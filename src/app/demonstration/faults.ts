import type { PoolClient } from 'pg'
import type { PlainDate } from '../../kernel/index.ts'
import { addDays } from './calendar.ts'
import type { Accounts } from './accounts.ts'
import type { Chronicle, Row, Value } from './chronicle.ts'
import { faultWords } from './faults.vi.ts'
import type { Member } from './members.ts'
import type { Random } from './random.ts'

/** How many of each fault there are; the tests of the demonstration know the numbers. */
export const planted = { wrongSexDigit: 7, wrongYearDigit: 5, cardTwice: 3, cardShort: 4, phoneShort: 9, tooYoung: 3, confirmedOnSigning: 26, withoutPaper: 8, mended: 240 } as const

type Laying = { readonly chronicle: Chronicle; readonly random: Random; readonly take: (count: number, fits: (row: Row, member: Member) => boolean) => { member: Member; row: Row; membership: Row }[] }

/** Ordinary members, each taken once: nobody who signs in, and nobody whose days other tests or figures count on. */
function takerOf(chronicle: Chronicle, random: Random, members: readonly Member[], accounts: Accounts): Laying['take'] {
  const signedIn = new Set([...accounts.values()].map(({ member }) => member))
  const people = new Map(chronicle.rowsOf('members.person').map((row) => [row.id, row]))
  const memberships = new Map(chronicle.rowsOf('members.membership').map((row) => [row.person_id, row]))
  let left = random.shuffled(members.filter((member) => member.status === 'full' && !member.left && !signedIn.has(member) && member.plan.decidedOn < '2015-01-01'))
  return (count, fits) => {
    const taken = left.filter((member) => fits(people.get(member.id)!, member)).slice(0, count)
    left = left.filter((member) => !taken.includes(member))
    return taken.map((member) => ({ member, row: people.get(member.id)!, membership: memberships.get(member.id)! }))
  }
}

const replaceAt = (text: Value, at: number, sign: (old: number) => number): string =>
  `${String(text).slice(0, at)}${sign(Number(String(text)[at]))}${String(text).slice(at + 1)}`

function plantNumbers({ chronicle, take }: Laying): void {
  const person = (row: Row, changed: Row) => chronicle.amend('members.person', String(row.id), changed)
  for (const { row } of take(planted.wrongSexDigit, (each) => Boolean(each.identity_number))) person(row, { identity_number: replaceAt(row.identity_number, 3, (old) => (old % 2 === 0 ? old + 1 : old - 1)) })
  for (const { row } of take(planted.wrongYearDigit, (each) => Boolean(each.identity_number))) person(row, { identity_number: replaceAt(row.identity_number, 5, (old) => (old + 3) % 10) })
  for (const { row } of take(planted.phoneShort, (each) => Boolean(each.phone))) person(row, { phone: String(row.phone).slice(0, 8) })
  const carded = take(planted.cardTwice * 2 + planted.cardShort, () => true).filter(({ membership }) => membership.card_number)
  const card = ({ membership }: { membership: Row }, number: string) => chronicle.amend('members.membership', String(membership.id), { card_number: number })
  carded.slice(0, planted.cardTwice).forEach((each, i) => card(each, String(carded[planted.cardTwice + i]!.membership.card_number)))
  for (const each of carded.slice(planted.cardTwice * 2)) card(each, String(each.membership.card_number).slice(0, 7))
}

function plantDays({ chronicle, random, take }: Laying): void {
  const year = (text: Value) => Number(String(text).slice(0, 4))
  for (const { member, row } of take(planted.tooYoung, (each, { onlyYears }) => !each.identity_number && String(each.born_on).length === 10 && !onlyYears))
    chronicle.amend('members.person', String(row.id), { born_on: `${year(member.plan.decidedOn) - random.int(14, 16)}${String(row.born_on).slice(4)}` })
  const signedLate = take(planted.confirmedOnSigning, (_, { plan, confirmationSignedOn }) => plan.decidedOn >= '2012-01-01' && confirmationSignedOn !== null)
  for (const { member, membership } of signedLate) chronicle.amend('members.membership', String(membership.id), { confirmed_on: member.confirmationSignedOn })
}

/** Decisions on exemption that nobody entered. */
function plantStates(chronicle: Chronicle, random: Random): void {
  const exempt = random.shuffled(chronicle.rowsOf('members.status').filter(({ status }) => status === 'exempt'))
  for (const { id } of exempt.slice(0, planted.withoutPaper)) chronicle.amend('members.status', String(id), { basis: null })
}

/** Lines of sheets that cannot be, as they are typed from old papers. */
function plantLines(chronicle: Chronicle, random: Random): void {
  const career = random.shuffled(chronicle.rowsOf('member_sheet.entry').filter(({ list, content }) => list === 'career' && String(content).includes('"to"')))
  for (const { person_id, recorded_at, recorded_by } of career.slice(0, 6)) {
    const from = random.int(1985, 1999)
    chronicle.add('member_sheet.entry', { entry_id: chronicle.id(), person_id, list: 'career', content: JSON.stringify({ work: faultWords.workshop, from: String(from), to: String(from - random.int(1, 4)) }), recorded_at, recorded_by })
  }
  const fathers = random.shuffled(chronicle.rowsOf('member_sheet.entry').filter(({ list, content }) => list === 'family' && String(content).includes('Bố đẻ')))
  for (const { id, content } of fathers.slice(0, 3)) {
    const line = JSON.parse(String(content)) as Record<string, string>
    chronicle.amend('member_sheet.entry', String(id), { content: JSON.stringify({ ...line, born: String(Number(line.born) + 24) }) })
  }
  for (const { person_id, recorded_at, recorded_by } of random.shuffled(chronicle.rowsOf('member_sheet.value').filter(({ field }) => field === 'health')).slice(0, 12))
    chronicle.add('member_sheet.value', { person_id, field: 'degree', content: JSON.stringify(faultWords.degree), valid_during: '(,)', recorded_at, recorded_by })
}

/** Items that were missing when the books were taken over and were filled in over the last year, month by month. */
function plantMended({ chronicle, random, take }: Laying): void {
  for (const { row } of take(planted.mended, (each) => String(each.recorded_at) < '2017' && Boolean(each.phone))) {
    const missing = random.pick(['residence', 'native_place', 'general_education', 'ethnicity'])
    const mendedOn = addDays(chronicle.today, -random.int(3, 360))
    const moment = `${mendedOn}T02:20:00Z`
    const { id: _, ...known } = row
    chronicle.put('members.person_version', { person_id: row.id, version: 1, content: JSON.stringify({ ...known, id: row.id, version: 1, [missing]: null }), recorded_at: row.recorded_at, superseded_at: moment })
    chronicle.amend('members.person', String(row.id), { version: 2, recorded_at: moment })
  }
}

/** A sprinkling of faults as registers have them: numbers mistyped, the day of signing for the day of recognition, papers that nobody entered. */
export function layFaults(chronicle: Chronicle, members: readonly Member[], accounts: Accounts): void {
  const random = chronicle.branch('faults')
  const laying: Laying = { chronicle, random, take: takerOf(chronicle, random, members, accounts) }
  plantNumbers(laying)
  plantDays(laying)
  plantStates(chronicle, random)
  plantLines(chronicle, random)
  plantMended(laying)
}

/** Years of birth that a commune called right: nothing more is known of them. */
export async function layAsides(client: PoolClient, today: PlainDate): Promise<void> {
  await client.query(`
    insert into data_quality.set_aside (id, rule, subject_id, person_id, organisation_id, fact, reason, set_by, recorded_at)
    select overlay(overlay(md5('aside' || s.person_id) placing '4' from 13) placing '8' from 17)::uuid, 'birthOnlyYear', s.person_id, s.person_id, s.cell_id, md5(s.person_id || x.born_on),
      ($2::text[])[1 + length(x.full_name) % 2], a.id, $1::date - (3 + ('x' || substr(md5(s.person_id::text), 1, 2))::bit(8)::int % 90)
    from access.account a
    join access.role_holding h on h.account_id = a.id
    join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> $1::date
    join members.standing s on s.cell_id = c.descendant_id and s.valid_during @> $1::date
    join members.person x on x.id = s.person_id and length(x.born_on) = 4
    where a.sign_in_name = 'dangvu-xa' and ('x' || substr(md5(s.person_id::text), 3, 2))::bit(8)::int % 3 = 0`, [today, [...faultWords.asides]])
}
