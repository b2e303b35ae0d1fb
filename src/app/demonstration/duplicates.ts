import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { fold, nameParts, nameSortKey, type PlainDate } from '../../kernel/index.ts'
import { dbOf } from '../../platform/action/index.ts'
import { lookThrough } from '../../capabilities/duplicates/index.ts'
import { addDays } from './calendar.ts'
import { apartReasons } from './duplicates.vi.ts'

/** How many people were written down a second time. */
const WRITTEN_TWICE = 36

type Original = { id: string; name: string; born: string; sex: string; ethnicity: string; phone: string | null; place: string | null; identity: string | null; cell: string; far: string }
type Copy = { name: string; born: string; phone: string | null; place: string | null; identity: string | null; cell: string }

const wholeName = (words: string) => words.replace(/(^| )\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))
const nextDigit = (number: string) => `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`

/** The ways in which somebody is written down anew: each leaves out or mistypes something else. */
const ways: readonly ((original: Original) => Partial<Copy>)[] = [
  ({ name }) => ({ name: wholeName(fold(name)) }),
  ({ born }) => (Number(born.slice(8)) <= 12 ? { born: `${born.slice(0, 4)}-${born.slice(8)}-${born.slice(5, 7)}` } : {}),
  ({ name }) => ({ name: `${nameParts(name).family} ${nameParts(name).given}` }),
  ({ born, phone, place }) => ({ born: born.slice(0, 4), phone, place }),
  ({ identity }) => ({ identity: identity && nextDigit(identity) }),
  ({ name, phone }) => ({ name: `${nameParts(name).given} ${nameParts(name).family} ${nameParts(name).middle}`, phone }),
  ({ born, place }) => ({ born: `${Number(born.slice(0, 4)) + 1}${born.slice(4)}`, place }),
  ({ far, place }) => ({ cell: far, place }),
]

/** An identifier that is always the same for the same words, in the form of a random one. */
function idOf(words: string): string {
  const hash = createHash('md5').update(words).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20)}`
}

async function chooseOriginals(client: PoolClient, today: PlainDate): Promise<Original[]> {
  const { rows } = await client.query<Original>(`
    select p.id, p.full_name as name, p.born_on as born, p.sex, p.ethnicity, p.phone, p.native_place as place, p.identity_number as identity, p.keeper_id as cell,
      (select o.cell_id from members.standing o where o.valid_during @> $1::date order by md5(o.cell_id::text || p.id) limit 1) as far
    from members.person p join members.standing s on s.person_id = p.id and s.valid_during @> $1::date
    join organisations.closure g on g.descendant_id = s.cell_id and g.valid_during @> $1::date
    join organisations.version u on u.organisation_id = g.ancestor_id and u.superseded_at is null and u.type = 'DB_CO_SO' and u.valid_during @> $1::date
    where p.born_on between '1955-01-01' and '1990-12-28' and length(p.born_on) = 10 and substr(p.born_on, 9) <= '12' and substr(p.born_on, 9) <> substr(p.born_on, 6, 2) and p.full_name ~ '^[^ ]+ [^ ]+ [^ ]+$'
      and p.identity_number is not null
    order by u.code not in ('02.034.013', '02.034.028'), md5(p.id::text) limit $2`, [today, WRITTEN_TWICE])
  return rows
}

/** People who were followed as a source once, let go when they moved, and written down anew elsewhere since; some are members today. */
async function writeAgain(client: PoolClient, original: Original, n: number, today: PlainDate): Promise<void> {
  const copy: Copy = { name: original.name, born: original.born, phone: null, place: null, identity: null, cell: original.cell, ...ways[n % ways.length]!(original) }
  const id = idOf(`again ${original.id}`)
  await client.query(
    `insert into members.person (id, full_name, sort_key, sex, born_on, ethnicity, phone, native_place, identity_number, keeper_id, recorded_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11::date)`,
    [id, copy.name, nameSortKey(copy.name), original.sex, copy.born, original.ethnicity, copy.phone, copy.place, copy.identity, copy.cell, addDays(today, -700 - n)])
  await client.query(
    `insert into sources_and_targets.prospect (id, person_id, cell_id, opened_on, closed_on, close_reason, recorded_at) values ($1,$2,$3,$4,$5,'moved',$4::date)`,
    [idOf(`followed ${id}`), id, copy.cell, addDays(today, -700 - n), addDays(today, -420 - n)])
}

/** Two pairs that somebody has looked into already. */
async function decideSome(client: PoolClient, today: PlainDate): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from duplicates.pair order by score, first_id, second_id limit $1', [apartReasons.length])
  for (const [i, { id }] of rows.entries()) {
    await client.query(`update duplicates.pair set state = 'different', reason = $2, decided_on = $3, decided_by = (select id from access.account where sign_in_name = 'chuyenvien'), version = 2 where id = $1`, [id, apartReasons[i], addDays(today, -9 - i)])
    await client.query(
      `insert into duplicates.decision (id, pair_id, verdict, reason, score, fingerprint, decided_on, decided_by, recorded_at)
       select $4, id, 'different', reason, score, fingerprint, decided_on, decided_by, $3::date from duplicates.pair where id = $1 and reason = $2`, [id, apartReasons[i], addDays(today, -9 - i), idOf(`decided ${id}`)])
  }
}

/** Records of people who were written down twice, and the look that found them. */
export async function layDuplicates(client: PoolClient, today: PlainDate): Promise<void> {
  for (const [n, original] of (await chooseOriginals(client, today)).entries()) await writeAgain(client, original, n, today)
  await client.query(`select set_config('dangvu.keeper', 'yes', true)`)
  await lookThrough(dbOf(client), addDays(today, -10))
  await client.query(`select set_config('dangvu.keeper', '', true)`)
  await decideSome(client, today)
}
