import type { PoolClient } from 'pg'
import { addDays, weekdayOf, type PlainDate } from '../../kernel/index.ts'
import { letterPresentDue } from '../../regulations/index.ts'
import { idOf } from './always-alike.ts'
import { stagedCells } from './kinds.ts'
import { addressBook, transferWords } from './transfers.vi.ts'

type Candidate = {
  person: string; name: string; sort_key: string; born_on: string | null; probationary: boolean; cell: string; cell_name: string; grassroots: string; grassroots_name: string; code: string; cell_code: string
}
type Kind = 'official' | 'temporary' | 'internal' | 'abroad'
type Plan = { stage: string; kind: Kind; outside?: boolean; causeAgo: number; letterAgo?: number; steps: readonly string[]; voidReason?: string; note?: string; cellNamed?: boolean }

/** Communes of the sign-ins: what they send and receive is seen by the visitor. */
const SHOWN = ['02.034.013', '02.034.028']

const asked = ['open'] as const
const sent = [...asked, 'sendUp'] as const
const lettered = [...sent, 'issueLetter'] as const
const handed = [...lettered, 'handOver'] as const

/** One case in every stage, in time and late, inside and out. */
const plans: readonly Plan[] = [
  { stage: 'requested', kind: 'official', causeAgo: 12, steps: asked }, { stage: 'requested', kind: 'official', causeAgo: 95, steps: asked }, { stage: 'atGrassroots', kind: 'official', causeAgo: 30, steps: sent },
  { stage: 'atGrassroots', kind: 'official', outside: true, causeAgo: 100, steps: sent }, { stage: 'atGrassroots', kind: 'internal', causeAgo: 9, steps: sent }, { stage: 'atSuperior', kind: 'official', outside: true, causeAgo: 40, steps: [...sent, 'sendUp'] },
  { stage: 'atSuperior', kind: 'abroad', outside: true, causeAgo: 20, steps: [...sent, 'sendUp'] }, { stage: 'letterIssued', kind: 'official', causeAgo: 35, letterAgo: 4, steps: lettered }, { stage: 'handedOver', kind: 'official', causeAgo: 40, letterAgo: 12, steps: handed, cellNamed: true },
  { stage: 'handedOver', kind: 'official', causeAgo: 90, letterAgo: 58, steps: [...handed, 'reportNotCome'], cellNamed: true, note: transferWords.notCome }, { stage: 'handedOver', kind: 'official', outside: true, causeAgo: 80, letterAgo: 60, steps: [...sent, 'sendUp', 'issueLetter', 'handOver'] },
  { stage: 'handedOver', kind: 'official', causeAgo: 150, letterAgo: 110, steps: handed }, { stage: 'presented', kind: 'official', causeAgo: 45, letterAgo: 15, steps: [...handed, 'present'], cellNamed: true }, { stage: 'presented', kind: 'official', causeAgo: 50, letterAgo: 25, steps: [...handed, 'present'] },
  { stage: 'letterVoid', kind: 'official', causeAgo: 70, letterAgo: 40, steps: [...handed, 'voidLetter'], voidReason: 'lost', note: transferWords.lost }, { stage: 'letterVoid', kind: 'official', outside: true, causeAgo: 200, letterAgo: 150, steps: [...sent, 'sendUp', 'issueLetter', 'handOver', 'voidLetter'], voidReason: 'expired', note: transferWords.expired },
  { stage: 'removalProposed', kind: 'official', outside: true, causeAgo: 260, letterAgo: 200, steps: [...sent, 'sendUp', 'issueLetter', 'handOver', 'voidLetter', 'proposeRemoval'], voidReason: 'expired', note: transferWords.removal },
  { stage: 'cancelled', kind: 'official', causeAgo: 120, letterAgo: 90, steps: [...handed, 'cancel'], voidReason: 'changed', note: transferWords.cancelled },
]

const stageAfter: Readonly<Record<string, string>> = {
  open: 'requested', sendUp: 'atGrassroots', issueLetter: 'letterIssued', handOver: 'handedOver', reportNotCome: 'handedOver', present: 'presented', voidLetter: 'letterVoid', proposeRemoval: 'removalProposed', cancel: 'cancelled', accept: 'accepted',
}

/** Members whom nothing else holds, mixed always alike: first those of the communes that are shown. */
async function candidates(client: PoolClient, today: PlainDate): Promise<Candidate[]> {
  const { rows } = await client.query<Candidate>(`
    select x.id as person, x.full_name as name, x.sort_key, x.born_on, s.status = 'probationary' as probationary, s.cell_id as cell, organisations.name_on(s.cell_id, $1) as cell_name, u.organisation_id as grassroots, u.name as grassroots_name, u.code, (select v.code from organisations.version v where v.organisation_id = s.cell_id and v.superseded_at is null and v.valid_during @> $1::date) as cell_code
    from members.standing s join members.person x on x.id = s.person_id
    join organisations.closure c on c.descendant_id = s.cell_id and c.valid_during @> $1::date
    join organisations.version u on u.organisation_id = c.ancestor_id and u.superseded_at is null and u.valid_during @> $1::date and u.type = 'DB_CO_SO'
    where s.valid_during @> $1::date and s.status = 'full' and lower(s.valid_during) < $1::date - 400 and x.born_on < '1998' and x.born_on > '1962'
      and not exists (select from members.overlay o where o.person_id = x.id) and not exists (select from members.post p where p.person_id = x.id) and not exists (select from members.account_person a where a.person_id = x.id)
      and not exists (select from admission.case_file f where f.person_id = x.id and f.closed_on is null)
    order by u.code <> all ($2), md5(x.id || 'transfer') limit 400`, [today, SHOWN])
  return rows
}

/** The day of the letter, on a day on which offices work. */
const letterDay = ({ letterAgo }: Plan, today: PlainDate): PlainDate | null => {
  if (letterAgo === undefined) return null
  const day = addDays(today, -letterAgo)
  return addDays(day, -Math.max(0, weekdayOf(day) - 5))
}

const dayOfStep = (plan: Plan, i: number, today: PlainDate): PlainDate => {
  const issued = plan.steps.indexOf('issueLetter')
  if (plan.letterAgo === undefined || i < issued) return addDays(today, -plan.causeAgo + 3 + i * 2)
  const letterOn = letterDay(plan, today)!
  if (i <= issued + 1) return addDays(letterOn, i - issued)
  const room = Math.max(1, Math.floor((plan.letterAgo - 5) / Math.max(1, plan.steps.length - issued - 1)))
  return addDays(letterOn, 1 + (i - issued - 1) * room)
}

async function districtOf(client: PoolClient, today: PlainDate): Promise<{ id: string; name: string }> {
  const { rows } = await client.query<{ id: string; name: string }>(`select organisation_id as id, name from organisations.version where type = 'DB_HUYEN' and superseded_at is null and valid_during @> $1::date`, [today])
  return rows[0]!
}

async function layOne(client: PoolClient, plan: Plan, from: Candidate, to: Candidate, other: Candidate, n: number, today: PlainDate): Promise<void> {
  const id = (await client.query<{ id: string }>(`select ${idOf(`'transfer' || $1::text`)} as id`, [String(n)])).rows[0]!.id
  const book = addressBook[plan.kind === 'abroad' ? addressBook.length - 1 : n % (addressBook.length - 1)]!
  const letterOn = letterDay(plan, today)
  const internal = plan.kind === 'internal'
  const toName = internal ? other.cell_name : plan.outside ? `${book.name}, ${book.superior}` : to.grassroots_name
  const receiver = plan.outside ? null : internal ? from.grassroots : to.grassroots
  const toCell = internal ? other.cell : plan.cellNamed ? to.cell : null
  const days = plan.steps.map((_step, i) => dayOfStep(plan, i, today))
  await client.query(`
    insert into transfers.transfer (id, kind, direction, stage, stage_since, person_id, person_name, sort_key, born_on, probationary, from_cell_id, from_name, receiver_id, to_cell_id, address_id, to_name, reach, cause, cause_on, requested_on, letter_on, recorded_at)
    values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14, case when $15::boolean then ${idOf(`'address' || $16::text`)} end, $17, $18, $19, $20::date, $21, $22, $21::date::timestamptz)`,
  [id, plan.kind, plan.outside ? 'out' : 'within', plan.stage, days.at(-1), from.person, from.name, from.sort_key, from.born_on, from.probationary, from.cell, `${from.cell_name}, ${from.grassroots_name}`, receiver, toCell, plan.outside ?? false, book.name,
    toName, internal ? 'withinGrassroots' : plan.outside ? 'beyond' : 'withinSuperior', plan.kind === 'abroad' ? 'abroad' : ['work', 'residence', 'retirement'][n % 3], addDays(today, -plan.causeAgo), days[0], letterOn])
  // A letter that leads out of the district is issued by the district.
  const issuer = plan.outside ? await districtOf(client, today) : { id: from.grassroots, name: from.grassroots_name }
  if (letterOn) await client.query(`
    insert into transfers.letter (id, transfer_id, ordinal, number, issued_on, issuer_id, issuer_name, document_type, present_by, attachments, dues_paid_until, handed_on, void_on, void_reason, recorded_at)
    values (${idOf(`'letter' || $1::text`)}, $1::text::uuid, 1, $2, $3::date, $4, $5, 'DM-54', $6, array['sealedDossier','selfReview','duesPaid'], left($3::date::text, 7), $7::date, $8, $9, $3::date::timestamptz)`,
  [id, transferWords.lettersOf.replace('{n}', String(40 + n)), letterOn, issuer.id, issuer.name, letterPresentDue(letterOn).dueOn, plan.steps.includes('handOver') ? addDays(letterOn, 1) : null, plan.voidReason ? days.at(-1) : null, plan.voidReason ?? null])
  for (const [i, act] of plan.steps.entries()) {
    const again = act === 'sendUp' && plan.steps.indexOf('sendUp') < i
    const before = i === 0 ? null : again ? 'atGrassroots' : stageAfter[plan.steps[i - 1]!]
    const facts = act === 'issueLetter' ? { number: transferWords.lettersOf.replace('{n}', String(40 + n)) } : i === plan.steps.length - 1 && plan.note ? { note: plan.note } : {}
    await client.query(`insert into transfers.step (id, transfer_id, ordinal, act, occurred_on, from_stage, to_stage, facts, recorded_at) values (${idOf(`'step' || $1::text || $2::text`)}, $1::text::uuid, $2::text::int, $3, $4::date, $5, $6, $7, $4::date::timestamptz)`,
      [id, String(i + 1), act, days[i], before, again ? 'atSuperior' : stageAfter[act], JSON.stringify(facts)])
  }
}

/** Cases of the temporary stays that lie over memberships already: hosted here, or at an organisation outside. */
async function layStays(client: PoolClient, today: PlainDate): Promise<void> {
  await client.query(`
    insert into transfers.transfer (id, kind, direction, stage, stage_since, person_id, person_name, sort_key, born_on, from_cell_id, from_name, receiver_id, to_cell_id, address_id, to_name, reach, cause, cause_on, requested_on, letter_on, ends_on, accepted_on, recorded_at)
    select ${idOf(`'stay' || o.id`)}, 'temporary', case when o.cell_id is null then 'out' else 'within' end, case when upper(o.valid_during) > $1::date then 'hosted' else 'completed' end, lower(o.valid_during), x.id, x.full_name, x.sort_key, x.born_on,
      p.cell_id, organisations.name_on(p.cell_id, $1), g.organisation_id, o.cell_id, case when o.cell_id is null then (select id from transfers.address where not abroad order by md5(o.id::text || id) limit 1) end,
      coalesce(g.name, (select name || ', ' || superior from transfers.address where not abroad order by md5(o.id::text || id) limit 1)), 'beyond', 'work', lower(o.valid_during) - 20, lower(o.valid_during) - 15, lower(o.valid_during) - 8, upper(o.valid_during) - 1, lower(o.valid_during),
      (lower(o.valid_during) - 15)::timestamptz
    from members.overlay o join members.person x on x.id = o.person_id
    join members.placement p on p.person_id = x.id and p.superseded_at is null and p.valid_during @> lower(o.valid_during)
    left join lateral (select v.organisation_id, v.name from organisations.closure c join organisations.version v on v.organisation_id = c.ancestor_id and v.superseded_at is null and v.valid_during @> $1::date and v.type in ('DB_CO_SO','CB_CO_SO')
      where c.descendant_id = o.cell_id and c.valid_during @> $1::date order by c.depth limit 1) g on true
    where o.kind = 'temporaryElsewhere' and o.superseded_at is null`, [today])
  await client.query(`
    insert into transfers.step (id, transfer_id, ordinal, act, occurred_on, from_stage, to_stage, recorded_at)
    select ${idOf(`'step' || t.id || s.n`)}, t.id, s.n, s.act, t.accepted_on - s.before, s.from_stage, s.to_stage, (t.accepted_on - s.before)::timestamptz from transfers.transfer t
    cross join (values (1, 'open', 15, null, 'requested'), (2, 'sendUp', 12, 'requested', 'atGrassroots'), (3, 'issueLetter', 8, 'atGrassroots', 'letterIssued'), (4, 'handOver', 7, 'letterIssued', 'handedOver'), (5, 'present', 2, 'handedOver', 'presented'), (6, 'accept', 0, 'presented', 'hosted')) s (n, act, before, from_stage, to_stage)
    where t.kind = 'temporary'`)
  await client.query(`
    insert into transfers.letter (id, transfer_id, ordinal, number, issued_on, issuer_name, document_type, present_by, attachments, handed_on, recorded_at)
    select ${idOf(`'letter' || t.id`)}, t.id, 1, (200 + row_number() over (order by t.letter_on, t.id)) || '-GTTT', t.letter_on, t.from_name, 'DM-55', t.letter_on + 42, array['duesPaid'], t.letter_on + 1, t.letter_on::timestamptz from transfers.transfer t where t.kind = 'temporary'`)
}

/** Lays the address book, cases of transfer in every stage, and the cases of the temporary stays. */
export async function layTransfers(client: PoolClient, today: PlainDate): Promise<void> {
  for (const { name, superior, abroad } of addressBook) await client.query(`insert into transfers.address (id, name, superior, abroad) values (${idOf(`'address' || $1::text`)}, $1::text, $2, $3)`, [name, superior, abroad])
  await layStays(client, today)
  const people = await candidates(client, today)
  const [a, b] = SHOWN.map((code) => people.filter((each) => each.code === code))
  for (const [i, plan] of [...plans, ...plans].entries()) {
    const back = (i + Math.floor(i / plans.length)) % 2 === 1
    const [senders, receivers] = back ? [b!, a!] : [a!, b!]
    const from = senders[i]
    // What comes to the cell of the secretary's sign-in is seen on the phone.
    const to = receivers.find((each) => plan.cellNamed && each.cell_code === stagedCells.secretary) ?? receivers[i + 40] ?? receivers[0]
    const other = senders.find((each) => each.cell !== from?.cell)
    if (from && to && other) await layOne(client, plan, from, to, other, i, today)
  }
}
