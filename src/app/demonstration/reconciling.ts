import type { PoolClient } from 'pg'
import { nameSortKey, type PlainDate } from '../../kernel/index.ts'
import { idOf } from './always-alike.ts'
import { addDays } from './calendar.ts'
import { stagedCells } from './kinds.ts'
import { reconcilingWords as words } from './reconciling.vi.ts'

/** How far each organisation has come, round and round in the order of their codes; the communes of the sign-ins have theirs. */
const STAGES = ['agreed', 'settling', 'toSign', 'signedBelow', 'marking'] as const
type Stage = (typeof STAGES)[number]
const SHOWN: Readonly<Record<string, Stage>> = { '02.034.013': 'settling', '02.034.028': 'toSign' }

type List = { id: string; organisation: string; code: string; stage: Stage }
type Line = { person_id: string | null; place_id: string; full_name: string; born_on: string | null }

/** Rows of lines in which somebody said something else than the list, and what became of it. */
type Said = { kind: string; mark: string; reason?: string; on?: string; note: string | null; theirs?: Record<string, string>; ours?: Record<string, string>; owner: 'cell' | 'grassrootsCommittee'; question?: string; line: Line }

async function openLists(client: PoolClient, today: PlainDate): Promise<List[]> {
  const asOf = addDays(today, -Number(today.slice(8)))
  const { rows: [round] } = await client.query<{ id: string }>(`
    insert into reconciling.round (id, organisation_id, as_of, due_on, note, opened_on, opened_by, recorded_at)
    select ${idOf(`'round of reconciling'`)}, v.organisation_id, $1, $2, $3, $4, (select id from access.account where sign_in_name = 'chuyenvien'), $4::date::timestamptz
    from organisations.version v where v.type = 'DB_HUYEN' and v.superseded_at is null and v.valid_during @> $4::date returning id`, [asOf, addDays(today, 16), words.round, addDays(today, -4)])
  await client.query(`
    insert into reconciling.reconciliation (id, round_id, organisation_id, organisation, as_of, due_on, opened_on, ours, known_at)
    select ${idOf(`'reconciliation ' || v.code`)}, $1, v.organisation_id, v.name, $2, $3, $4, 0, $4::date::timestamptz from organisations.version v where v.type = 'DB_CO_SO' and v.superseded_at is null and v.valid_during @> $2::date`, [round!.id, asOf, addDays(today, 16), addDays(today, -4)])
  await client.query(`
    insert into reconciling.entry (reconciliation_id, organisation_id, place_id, person_id, ordinal, full_name, sort_key, born_on, sex, ethnicity, status, card_number, admitted_on, confirmed_on, cell_code, cell_name)
    select r.id, r.organisation_id, e.cell_id, e.person_id, e.ordinal, e.full_name, e.sort_key, e.born_on, e.sex, e.ethnicity, e.status, e.card_number, e.admitted_on, e.confirmed_on, e.cell_code, e.cell_name
    from reconciling.reconciliation r cross join lateral reconciling.register_on(r.organisation_id, r.as_of) e`)
  await client.query('update reconciling.reconciliation r set ours = (select count(*) from reconciling.entry e where e.reconciliation_id = r.id)')
  const { rows } = await client.query<{ id: string; organisation: string; code: string }>(`select r.id, r.organisation_id as organisation, v.code from reconciling.reconciliation r join organisations.version v on v.organisation_id = r.organisation_id and v.superseded_at is null and v.valid_during @> r.as_of order by v.code`)
  return rows.map((row, i) => ({ ...row, stage: SHOWN[row.code] ?? STAGES[i % STAGES.length]! }))
}

/** Marks as right whatever nobody said anything of: every line, but for the cell of the secretary who signs in. */
async function markRest(client: PoolClient, lists: readonly List[], today: PlainDate): Promise<void> {
  await client.query(`
    insert into reconciling.statement (id, reconciliation_id, organisation_id, place_id, person_id, full_name, sort_key, born_on, mark, source, stated_on, recorded_at)
    select ${idOf(`'statement ' || e.reconciliation_id || e.person_id`)}, e.reconciliation_id, e.organisation_id, e.place_id, e.person_id, e.full_name, e.sort_key, e.born_on, 'right', 'screen', $2::date, $2::date::timestamptz
    from reconciling.entry e where e.reconciliation_id = any ($1) and e.cell_code is distinct from $3 and not exists (select from reconciling.statement s where s.reconciliation_id = e.reconciliation_id and s.person_id = e.person_id)`,
  [lists.map(({ id }) => id), addDays(today, -2), stagedCells.secretary])
}

/** Members of whom something is said: always the same ones, people without an office. */
async function linesToTell(client: PoolClient, list: List): Promise<Line[]> {
  const { rows } = await client.query<Line>(`
    select e.person_id, e.place_id, e.full_name, e.born_on from reconciling.entry e
    where e.reconciliation_id = $1 and e.cell_code is distinct from $2 and e.full_name like '% ' || $3 || ' %' and not exists (select from members.post p where p.person_id = e.person_id) order by md5(e.person_id || 'told') limit 6`, [list.id, stagedCells.secretary, words.middle[0]])
  return rows
}

function saidOf(lines: readonly Line[], n: number, today: PlainDate): Said[] {
  const [died, moved, named, absent, odd] = lines
  const [fullName, bornOn] = words.newcomers[n % words.newcomers.length]!
  if (!died || !moved || !named || !absent || !odd) return []
  const corrected = named.full_name.replace(` ${words.middle[0]} `, ` ${words.middle[1]} `)
  return [
    { kind: 'died', mark: 'wrong', reason: 'died', on: addDays(today, -50), note: words.died, owner: 'grassrootsCommittee', line: died },
    { kind: 'movedOut', mark: 'wrong', reason: 'movedOut', note: words.moved, owner: 'cell', line: moved },
    { kind: 'name', mark: 'wrong', note: words.corrected, ours: { fullName: named.full_name }, theirs: { fullName: corrected }, owner: 'grassrootsCommittee', line: named },
    { kind: 'absent', mark: 'absent', note: null, owner: 'cell', line: absent },
    { kind: 'unclear', mark: 'unclear', note: null, question: words.question, owner: 'cell', line: odd },
    { kind: n % 2 ? 'movedIn' : 'admitted', mark: 'missing', reason: n % 2 ? 'movedIn' : 'admitted', note: n % 2 ? words.came : words.admitted, theirs: { fullName, bornOn }, owner: 'grassrootsCommittee', line: { person_id: null, place_id: died.place_id, full_name: fullName, born_on: bornOn } },
  ]
}

async function layDifference(client: PoolClient, list: List, said: Said, outcome: { state: string; reason: string | null }, today: PlainDate): Promise<void> {
  const { line } = said
  const key = `${list.code} ${said.kind}`
  const on = addDays(today, -2)
  await client.query(`
    insert into reconciling.statement (id, reconciliation_id, organisation_id, place_id, person_id, line_key, full_name, sort_key, born_on, mark, reason, reason_on, note, said, questions, source, stated_on, recorded_at)
    values (${idOf(`'told ' || $1::text`)}, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'workbook', $16::date, $16::date::timestamptz)`,
  [key, list.id, list.organisation, line.place_id, line.person_id, line.person_id ? null : `${key}|${line.born_on}`, line.full_name, nameSortKey(line.full_name), line.born_on, said.mark, said.reason ?? null, said.on ?? null, said.note,
    JSON.stringify(said.theirs ?? {}), said.question ? [said.question] : [], on])
  await client.query(`
    insert into reconciling.difference (id, reconciliation_id, organisation_id, place_id, statement_id, person_id, kind, full_name, sort_key, born_on, ours, theirs, note, owner, due_on, state, reason, decided_on, recorded_at)
    select ${idOf(`'difference ' || $1::text`)}, s.reconciliation_id, s.organisation_id, s.place_id, s.id, s.person_id, $2, s.full_name, s.sort_key, s.born_on, $3, $4, coalesce(s.note, $5), $6, r.due_on, $7, $8, $9::date, s.recorded_at
    from reconciling.statement s join reconciling.reconciliation r on r.id = s.reconciliation_id where s.id = ${idOf(`'told ' || $1::text`)}`,
  [key, said.kind, JSON.stringify(said.ours ?? {}), JSON.stringify(said.theirs ?? {}), said.question ?? null, said.owner, outcome.state, outcome.reason, outcome.state === 'open' ? null : addDays(today, -1)])
}

const outcomeOf = (stage: Stage, said: Said) => stage === 'settling' ? { state: 'open', reason: null } : said.kind === 'movedOut' ? { state: 'standing', reason: words.standing } : { state: 'rejected', reason: words.rejected }

/** Both signatures, or that of the grassroots, over the list of the register. */
async function signLists(client: PoolClient, lists: readonly List[], today: PlainDate): Promise<void> {
  for (const [i, list] of lists.filter(({ stage }) => stage === 'agreed' || stage === 'signedBelow').entries()) {
    for (const side of list.stage === 'agreed' ? ['grassroots', 'superior'] : ['grassroots']) {
      await client.query(`
        insert into reconciling.signature (id, reconciliation_id, side, number, standing, signer, signed_by, signed_on, recorded_at)
        select ${idOf(`'signature ' || $1::text || $2::text`)}, r.id, $2::text, r.ours, (select count(*) from reconciling.difference d where d.reconciliation_id = r.id and d.state = 'standing'), coalesce(a.full_name, $3), a.id, $4::date, $4::date::timestamptz
        from reconciling.reconciliation r left join access.account a on a.sign_in_name = 'chuyenvien' and $2::text = 'superior' where r.id = $1::text::uuid`, [list.id, side, words.signers[i % words.signers.length], addDays(today, -1)])
    }
    await client.query(`
      insert into reconciling.agreed (signature_id, reconciliation_id, organisation_id, place_id, person_id, ordinal, full_name, born_on, status, card_number, cell_name)
      select ${idOf(`'signature ' || $1::text || 'grassroots'`)}, reconciliation_id, organisation_id, place_id, person_id, ordinal, full_name, born_on, status, card_number, cell_name from reconciling.entry where reconciliation_id = $1::text::uuid`, [list.id])
    await client.query('update reconciling.reconciliation set version = version + 1 where id = $1', [list.id])
  }
}

/** A reconciliation of every commune as of the end of last month: some signed by both levels, some by one, some with differences, some not marked yet. */
export async function layReconciliations(client: PoolClient, today: PlainDate): Promise<void> {
  await client.query(`select set_config('dangvu.keeper', 'yes', true)`)
  const lists = await openLists(client, today)
  await client.query(`select set_config('dangvu.keeper', '', true)`)
  const marked = lists.filter(({ stage }) => stage !== 'marking')
  for (const [i, list] of marked.entries()) {
    const told = saidOf(await linesToTell(client, list), i, today)
    // A list that both keep to has few; one that is worked on has all kinds.
    for (const said of list.stage === 'settling' ? told : told.slice(1, 3)) await layDifference(client, list, said, outcomeOf(list.stage, said), today)
  }
  await markRest(client, marked, today)
  await signLists(client, marked, today)
}
