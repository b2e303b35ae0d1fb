import type { Pool, PoolClient } from 'pg'
import { newId } from '../src/kernel/index.ts'
import { hashSecret } from '../src/platform/http/index.ts'

/** What a bench needs to know of the register it runs on. */
export type BenchGround = { readonly members: number; readonly communeId: string; readonly top: string; readonly secretOfCommune: string; readonly secretOfTop: string }

const DERIVING = ['person', 'membership', 'status', 'placement']
const FILLED = [...DERIVING, 'standing']

/**
 * Identifiers that rise with a number from their first digits on, as those of the product do with time: where only the last digits differ, an index over people and days tells nobody apart
 * (btree_gist reckons in double precision). `kind`: one digit.
 */
export const idOf = (kind: number, nth: string) => `(lpad(to_hex(${nth}), 8, '0') || '-0000-7000-8000-00000000000${kind}')::uuid`

/**
 * Fills tables without their indexes and foreign keys, which are then made over all rows at once (and checked, as ever). Of the exclusions only the index is made again
 * unless told otherwise: holding every row against it takes longer than all else together, and no day is twice in what is filled.
 */
export async function withoutIndexes(client: PoolClient, tables: readonly string[], fill: () => Promise<void>, { exclusions = false }: { exclusions?: boolean } = {}): Promise<void> {
  const { rows: constraints } = await client.query(`select conrelid::regclass::text as of, contype, quote_ident(conname) as name, pg_get_constraintdef(oid) as made from pg_constraint
    where conrelid = any ($1::regclass[]) and contype in ('f', 'x') order by contype desc`, [tables])
  for (const { of, name } of constraints) await client.query(`alter table ${of} drop constraint ${name}`)
  const { rows: indexes } = await client.query(`select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
    where indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = indexrelid)`, [tables])
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await fill()
  for (const { made } of indexes) await client.query(made)
  for (const { of, contype, name, made } of constraints)
    await client.query(contype === 'x' && !exclusions ? `create index ${name} on ${of} ${made.replace('EXCLUDE ', '').replaceAll(/ WITH (=|&&)/g, '')}` : `alter table ${of} add constraint ${name} ${made}`)
}

/**
 * A register of the given number of members for measuring: one top, communes of about 300 members, cells of about 22, every
 * member with membership, status and placement; ten years of admissions. Names repeat; nobody is anybody. `moves`: everybody was admitted ten
 * years earlier, and every third has moved from another cell since, spread over the ten years to 2018.
 */
export async function fillRegister(owner: Pool, members: number, { moves = false }: { moves?: boolean } = {}): Promise<BenchGround> {
  const communes = Math.max(1, Math.round(members / 299))
  const top = newId()
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(`create temp table bench_place (id uuid, parent uuid, kind text, n int) on commit drop`)
    await client.query(`insert into bench_place values ($1, null, 'DB_HUYEN', 0)`, [top])
    await client.query(`insert into bench_place select gen_random_uuid(), $1, 'DB_CO_SO', g from generate_series(1, $2::int) g`, [top, communes])
    await client.query(`insert into bench_place select gen_random_uuid(), c.id, 'CHI_BO', c.n * 100 + g from bench_place c cross join generate_series(1, 14) g where c.kind = 'DB_CO_SO'`)
    await client.query(`insert into organisations.organisation (id, founded_on) select id, '2000-01-01' from bench_place`)
    await client.query(`insert into organisations.version (id, organisation_id, name, short_name, type, code, valid_during)
      select gen_random_uuid(), id, case kind when 'CHI_BO' then 'Chi bộ Thôn ' else 'Đảng bộ xã ' end || n, 'Đơn vị ' || n, kind, kind || '.' || n, '[2000-01-01,)' from bench_place`)
    await client.query(`insert into organisations.placement (id, organisation_id, parent_id, valid_during) select gen_random_uuid(), id, parent, '[2000-01-01,)' from bench_place`)
    await client.query('select organisations.rebuild_closure()')
    await client.query(`create temp table bench_cell on commit drop as select id, row_number() over (order by n, id) - 1 as i from bench_place where kind = 'CHI_BO'`)
    const cells = communes * 14
    await client.query(`create temp table bench_member on commit drop as
      select ${idOf(1, 'g')} as id, g, c.id as cell,
        (array['Nông','Hoàng','Lý','Bàn','Ma','Đặng','Triệu','Phàn','Vàng','Lò','Nguyễn','Trần'])[1 + g % 12] || ' ' ||
        (array['Văn','Thị','Đức','Xuân','Minh'])[1 + (g / 12) % 5] || ' ' ||
        (array['An','Bình','Chi','Dũng','Em','Giang','Hà','Khánh','Lan','Mai','Nga','Páo','Quyết','Sim','Tuyển','Út','Vinh','Xuân','Yến'])[1 + (g / 60) % 19] as name,
        date '${moves ? 1998 : 2008}-01-10' + (g::bigint * 7919 % 3800)::int as decided, case when ${moves} and g % 3 = 0 then date '2008-10-05' + (g::bigint * 104729 % 3600)::int end as moved, lead(c.id) over (order by g) as former
      from generate_series(1, ${members}) g join bench_cell c on c.i = g % ${cells}`)
    await client.query(`set local maintenance_work_mem = '512MB'`)
    await client.query(`set local work_mem = '256MB'`)
    // The triggers that keep members.standing are for single changes: standing is made once, at the end.
    for (const table of DERIVING) await client.query(`alter table members.${table} disable trigger user`)
    await withoutIndexes(client, FILLED.map((name) => `members.${name}`), async () => {
      await client.query(`insert into members.person (id, full_name, sort_key, sex, born_on, ethnicity, keeper_id)
        select id, name, reverse(split_part(reverse(name), ' ', 1)) || ' ' || name || g, case when g % 4 = 0 then 'female' else 'male' end,
          (1940 + g % 58)::text || '-0' || (1 + g % 9) || '-1' || (g % 9), case when g % 3 = 0 then 'Kinh' else 'Tày' end, cell from bench_member`)
      await client.query(`insert into members.membership (id, person_id, decided_on, ceremony_on, admitted_on, confirmed_on, card_number, keeper_id)
        select ${idOf(2, 'g')}, id, decided, decided + 14, (decided + 14)::text, (decided + 379)::text, lpad((g % 100000000)::text, 8, '0'), cell from bench_member`)
      await client.query(`insert into members.status (id, person_id, status, valid_during, keeper_id)
        select ${idOf(3, 'g')}, id, 'probationary', daterange(decided + 14, decided + 379), cell from bench_member
        union all select ${idOf(4, 'g')}, id, 'full', daterange(decided + 379, null), cell from bench_member`)
      await client.query(`insert into members.placement (id, person_id, cell_id, valid_during)
        select ${idOf(5, 'g')}, id, cell, daterange(greatest(decided + 14, moved), null) from bench_member
        union all select ${idOf(6, 'g')}, id, coalesce(former, cell), daterange(decided + 14, moved) from bench_member where moved > decided + 14`)
      await client.query(`insert into members.standing (person_id, cell_id, status, valid_during, keeper_id, sort_key)
        select p.person_id, p.cell_id, s.status, p.valid_during * s.valid_during, x.keeper_id, x.sort_key
        from members.placement p join members.status s on s.person_id = p.person_id and s.valid_during && p.valid_during join members.person x on x.id = p.person_id`)
    })
    for (const table of DERIVING) await client.query(`alter table members.${table} enable trigger user`)
    const { rows } = await client.query(`select id from bench_place where kind = 'DB_CO_SO' order by n limit 1 offset ${Math.floor(communes / 2)}`)
    const communeId = rows[0].id as string
    const secretOfCommune = await addAccount(client, 'grassrootsOfficer', communeId)
    const secretOfTop = await addAccount(client, 'superiorOfficer', top)
    await client.query('commit')
    await client.query('vacuum analyze')
    return { members, communeId, top, secretOfCommune, secretOfTop }
  } finally {
    client.release()
  }
}

type Asks = { query(text: string, values?: unknown[]): Promise<unknown> }

/** An account with a bearer token for measuring; answers the token. */
export async function addAccount(db: Asks, role: string, organisationId: string): Promise<string> {
  const [account, holding, secret] = [newId(), newId(), `bench-${newId()}`]
  await db.query('insert into access.account (id, sign_in_name, full_name) values ($1, $2, $2)', [account, `bench.${role}.${account}`])
  await db.query(`insert into access.role_holding (id, account_id, role, organisation_id, held_during) values ($1, $2, $3, $4, '[2000-01-01,)')`, [holding, account, role, organisationId])
  await db.query(`insert into access.session (token_hash, account_id, holding_id, kind, expires_at) values (decode($1, 'hex'), $2, $3, 'token', clock_timestamp() + interval '1 day')`, [hashSecret(secret), account, holding])
  return secret
}
