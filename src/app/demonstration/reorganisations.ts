import type { PoolClient } from 'pg'
import { addMonths, type PlainDate } from '../../kernel/index.ts'
import { idOf as idOfWords } from './always-alike.ts'
import { addDays } from './calendar.ts'
import { reorganisationWords as words } from './reorganisations.vi.ts'

const COMMUNE = '02.034.013'
const ENDED_CODE = '02.034.013.000.020'

/** An identifier that is always the same for the same words, in the form of a random one. */
const idOf = (said: string) => idOfWords(`'${said}'`)

const firstOfMonth = (day: PlainDate): PlainDate => addDays(day, 1 - Number(day.slice(8)))

/** A cell that was merged into another one of its commune three months ago, as an act in force with its people. */
async function layAct(client: PoolClient, today: PlainDate): Promise<void> {
  const on = addMonths(firstOfMonth(today), -3)
  const [ended, act, plan] = [idOf('ended cell'), idOf('act of reorganisation'), idOf('act in force')]
  const { rows: [place] } = await client.query<{ cell: string; commune: string; top: string; officer: string }>(`
    select v.organisation_id as cell, c.organisation_id as commune, t.organisation_id as top, (select id from access.account where sign_in_name = 'chuyenvien') as officer
    from organisations.version c join organisations.placement p on p.parent_id = c.organisation_id join organisations.version v on v.organisation_id = p.organisation_id and v.residential and v.superseded_at is null and upper_inf(v.valid_during)
    join organisations.version t on t.type = 'DB_HUYEN' and upper_inf(t.valid_during)
    where c.code = $1 and upper_inf(c.valid_during) and v.code > '02.034.013.000.009'
      and not exists (select from admission.case_file f where f.cell_id = v.organisation_id) order by v.code limit 1`, [COMMUNE])
  if (!place) return
  const known = `${on}T01:00:00Z`
  await client.query(`insert into organisations.act (id, kind, decision_number, decided_on, issued_by, effective_on, note, recorded_at) values (${act}, 'merger', $1, $2, $3, $4, $5, $6)`, [words.decision, addDays(on, -12), words.issuedBy, on, words.actTitle, known])
  await client.query(`insert into organisations.organisation (id, founded_on, ended_on) values (${ended}, '1996-03-12', $1)`, [on])
  await client.query(`insert into organisations.version (id, organisation_id, name, short_name, type, code, residential, valid_during, recorded_at) values (${idOf('ended version')}, ${ended}, $1, $2, 'CHI_BO', $3, true, daterange('1996-03-12', $4), '2015-08-03')`, [words.endedName, words.endedShort, ENDED_CODE, on])
  await client.query(`insert into organisations.placement (id, organisation_id, parent_id, valid_during, recorded_at) values (${idOf('ended placement')}, ${ended}, $1, daterange('1996-03-12', $2), '2015-08-03')`, [place.commune, on])
  await client.query(`insert into organisations.succession (id, organisation_id, successor_id, since, act_id, recorded_at) values (${idOf('succession')}, ${ended}, $1, $2, ${act}, $3)`, [place.cell, on, known])
  await client.query(`create temp table came on commit drop as
    select p.id, p.person_id, lower(p.valid_during) as since, p.basis, p.recorded_at, row_number() over (order by p.id) as n from members.placement p
    where p.cell_id = $1 and p.superseded_at is null and upper_inf(p.valid_during) and lower(p.valid_during) < $2::date - 400 and lower(p.valid_during) >= '1996-03-12'
      and not exists (select from members.post t where t.person_id = p.person_id and t.superseded_at is null)`, [place.cell, on])
  await client.query('delete from came where n % 4 = 0')
  await client.query(`update members.placement set valid_during = daterange($1, null), source_id = ${act}, basis = $2, recorded_at = $3 where id in (select id from came)`, [on, words.decision, known])
  await client.query(`insert into members.placement (id, person_id, cell_id, valid_during, basis, recorded_at)
    select overlay(overlay(md5('before ' || id) placing '4' from 13) placing '8' from 17)::uuid, person_id, ${ended}, daterange(since, $1), basis, recorded_at from came`, [on])
  await client.query(`insert into reorganisation.plan (id, organisation_id, title, effective_on, state, decision_number, decided_on, issued_by, act_id, in_force_at, version, prepared_by, recorded_at)
    values (${plan}, $1, $2, $3, 'inForce', $4, $5, $6, ${act}, $7, 3, $8, $9)`, [place.top, words.actTitle, on, words.decision, addDays(on, -12), words.issuedBy, known, place.officer, `${addDays(on, -20)}T02:00:00Z`])
  await client.query(`insert into reorganisation.plan_content (plan_id, version, content, saved_by, recorded_at)
    select ${plan}, v, jsonb_build_object('ends', case when v = 1 then '[]' else jsonb_build_array(jsonb_build_object('organisationId', ${ended}, 'successorId', $1::uuid)) end), $2::uuid, $3::date - 20 + 4 * v from generate_series(1, 3) v`, [place.cell, place.officer, on])
  await client.query(`insert into reorganisation.carried (plan_id, kind, subject_id, person_id, from_id, to_id) select ${plan}, 'member', person_id, person_id, ${ended}, $1 from came`, [place.cell])
  await client.query(`
    insert into reorganisation.outcome (plan_id, organisation_id, fate, ordinal, before, after)
    select ${plan}, o.id, o.fate, o.ordinal, ${sideSql('o.name', 'o.parent', `o.members - case when o.ordinal = 2 then (select count(*) from came) else 0 end`)}, case when o.fate <> 'ended' then ${sideSql('o.name', 'o.parent', 'o.members')} end
    from (
      select v.organisation_id as id, 2 as ordinal, 'kept' as fate, v.name, c.name as parent, (select count(*) from members.placement p where p.cell_id = v.organisation_id and p.superseded_at is null and p.valid_during @> $2::date) as members
        from organisations.version v, organisations.version c where v.organisation_id = $1 and upper_inf(v.valid_during) and c.organisation_id = $3 and upper_inf(c.valid_during)
      union all select ${ended}, 1, 'ended', $4, c.name, (select count(*) from came) from organisations.version c where c.organisation_id = $3 and upper_inf(c.valid_during)) o`, [place.cell, on, place.commune, words.endedName])
}

/** One side of the picture of an act; every member of a hamlet's cell is taken as full. */
const sideSql = (name: string, parent: string, members: string) => `jsonb_build_object('name', ${name}, 'type', 'CHI_BO', 'code', null, 'parent', ${parent}, 'members', ${members}, 'full', ${members}, 'cells', 1)`

/** A plan in preparation: seven cells of a commune become four. */
async function layPlan(client: PoolClient, today: PlainDate): Promise<void> {
  const { rows } = await client.query<{ code: string; id: string }>(`select code, organisation_id as id from organisations.version where (code like $1 || '%' or type = 'DB_HUYEN') and upper_inf(valid_during) and superseded_at is null`, [COMMUNE])
  const byCode = new Map(rows.map(({ code, id }) => [code, id]))
  const cell = (n: number) => byCode.get(`${COMMUNE}.000.${String(n).padStart(3, '0')}`)!
  const { rows: [made] } = await client.query<{ founded: string; plan: string; officer: string; top: string }>(`select ${idOf('founded cell')} as founded, ${idOf('plan in preparation')} as plan, (select id from access.account where sign_in_name = 'chuyenvien') as officer,
    (select organisation_id from organisations.version where type = 'DB_HUYEN' and upper_inf(valid_during)) as top`)
  const { founded, plan, officer, top } = made!
  const { rows: named } = await client.query<{ id: string }>('select person_id as id from members.placement where cell_id = $1 and superseded_at is null and upper_inf(valid_during) order by person_id limit 9', [cell(13)])
  const content = {
    founds: [{ id: founded, name: words.founded, type: 'CHI_BO', code: '02.034.013.000.021', parentId: byCode.get(COMMUNE) }],
    changes: [{ organisationId: cell(6), name: words.renamed[0] }, { organisationId: cell(8), name: words.renamed[1] }],
    ends: [{ organisationId: cell(1), successorId: founded }, { organisationId: cell(3), successorId: founded }, { organisationId: cell(7), successorId: cell(6) }, { organisationId: cell(9), successorId: cell(8) }, { organisationId: cell(13), successorId: cell(14) }],
    people: [{ cellId: cell(13), rule: 'list', personIds: named.map(({ id }) => id), toId: cell(4) }],
  }
  const on = addMonths(firstOfMonth(today), 2)
  await client.query(`insert into reorganisation.plan (id, organisation_id, title, effective_on, version, prepared_by) values ($1, $2, $3, $4, 2, $5)`, [plan, top, words.planTitle, on, officer])
  await client.query(`insert into reorganisation.plan_content (plan_id, version, content, saved_by, recorded_at) values ($1, 1, '{}', $2, $3), ($1, 2, $4, $2, $5)`,
    [plan, officer, `${addDays(today, -9)}T02:10:00Z`, JSON.stringify(content), `${addDays(today, -2)}T08:40:00Z`])
}

/** An act that is behind the district, and a plan that lies before it. */
export async function layReorganisations(client: PoolClient, today: PlainDate): Promise<void> {
  await layAct(client, today)
  await layPlan(client, today)
}
