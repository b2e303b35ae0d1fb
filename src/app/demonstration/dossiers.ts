import type { PoolClient } from 'pg'
import { plainDate, uncertainDate, type PlainDate } from '../../kernel/index.ts'
import { requiredInDossier, type DossierFacts } from '../../regulations/index.ts'
import { dice, idOf } from './always-alike.ts'
import { addDays } from './calendar.ts'
import { borrowers, findingWords, inspections } from './dossiers.vi.ts'
import { layHandovers } from './handovers.ts'
import { stagedCells } from './kinds.ts'

/** Organisations whose dossiers are all taken over: those of the sign-ins. Of the others, every cell whose number divides. */
const WHOLE = ['02.034.013', '02.034.028']
const EVERY_CELL = 5

const codesOf = (facts: Omit<DossierFacts, 'events'>, today: PlainDate) => requiredInDossier({ ...facts, events: [] }, today).map(({ type }) => type.code)

/** What a person's dossier must hold, by when the person joined and whether as a full member. */
const lists = (today: PlainDate) => {
  const [old, recent] = [uncertainDate('1990'), uncertainDate('2016')]
  return [codesOf({ joinedOn: old, official: true }, today), codesOf({ joinedOn: recent, official: true }, today), codesOf({ joinedOn: recent, official: false }, today)]
}

/** Dossiers and papers of a share of the members, in two statements: many are nearly complete, some communes lag. */
async function layPapers(client: PoolClient, today: PlainDate): Promise<void> {
  await client.query(`
    insert into dossiers.dossier (id, person_id, keeper_id, room, cabinet, box, folder, opened_on, recorded_at)
    select ${idOf(`'dossier' || s.person_id`)}, s.person_id, g.ancestor_id, 'Phòng lưu trữ', 'Tủ ' || (1 + n.cell % 4), 'Hộp ' || (1 + n.cell), lpad((row_number() over (partition by s.cell_id order by s.sort_key))::text, 3, '0'), greatest('2016-01-04', m.admission_day), greatest('2016-01-04', m.admission_day)::timestamptz
    from members.standing s
    join members.membership m on m.person_id = s.person_id and m.superseded_at is null and m.ended_on is null
    join (select v.organisation_id, v.code, (row_number() over (order by v.code))::int as cell from organisations.version v where v.type = 'CHI_BO' and v.superseded_at is null and v.valid_during @> $1::date) n on n.organisation_id = s.cell_id
    join organisations.closure g on g.descendant_id = s.cell_id and g.valid_during @> $1::date
    join organisations.version u on u.organisation_id = g.ancestor_id and u.superseded_at is null and u.valid_during @> $1::date and u.type = 'DB_CO_SO'
    where s.valid_during @> $1::date and (u.code = any ($2) or n.cell % ${EVERY_CELL} = 0)`, [today, WHOLE])
  await client.query(`
    insert into dossiers.item (id, thread_id, dossier_id, document_type, number, dated_on, pages, state, basis, recorded_at)
    select i.id, i.id, d.id, c.code, case when c.code like 'KNĐ-9%' then m.decision_number when c.code = 'KNĐ-16' then m.confirmation_number end,
      t.dated_on, 1 + r.dice % 6,
      case when r.dice >= 99 then 'lost' when r.dice = 98 then 'unreadable' when r.dice = 97 then 'absentWithReason' else 'present' end, case when r.dice = 97 then 'CV 45-CV/ĐU, 02/3/2016' end,
      least($2::date, greatest('2016-01-05', members.latest_day(t.dated_on) + 5))::timestamptz
    from dossiers.dossier d
    join members.membership m on m.person_id = d.person_id and m.superseded_at is null and m.ended_on is null
    join members.standing s on s.person_id = d.person_id and s.valid_during @> $2::date
    cross join lateral unnest(case when s.status = 'probationary' then $5::text[] when m.admitted_on >= '2011-11' then $4::text[] else $3::text[] end) as c (code)
    cross join lateral (select case c.code when 'HSĐV-3' then $1 when 'KNĐ-9' then coalesce(m.decided_on::text, m.admitted_on) when 'KNĐ-16' then m.confirmed_on else left(m.admitted_on, 4) end as dated_on) t
    cross join lateral (select ${idOf(`d.person_id || c.code`)} as id) i
    cross join lateral (select ${dice(`d.person_id || 'paper' || c.code`)} as dice, 74 + ${dice('d.keeper_id::text')} / 4 as quality, ${dice(`d.person_id || 'whole'`)} < 30 as whole) r
    where r.dice < r.quality or r.dice >= 97 or r.whole`, [`${Number(today.slice(0, 4)) - 1}-12-20`, today, ...lists(today)])
}

/** Some dossiers are out; a third of them too long. */
async function layLoans(client: PoolClient, today: PlainDate): Promise<void> {
  await client.query(`
    insert into dossiers.loan (id, dossier_id, borrower, purpose, lent_on, due_on, returned_on)
    select ${idOf(`'loan' || x.id`)}, x.id, b.borrower, b.purpose, $1::date - 20 - x.n::int * 4, $1::date - x.n::int * 4 + 24, case when x.n % 3 = 2 then $1::date - x.n::int * 2 end
    from (select d.id, row_number() over (order by md5(d.id::text)) as n from dossiers.dossier d join organisations.version u on u.organisation_id = d.keeper_id and u.superseded_at is null and u.code = any ($2)) x
    join (select borrower, purpose, (row_number() over ())::int as n from jsonb_to_recordset($3::jsonb) as b (borrower text, purpose text)) b on b.n = 1 + x.n % (select jsonb_array_length($3::jsonb))
    where x.n <= 18`, [today, WHOLE, JSON.stringify(borrowers)])
}

/** Two inspections of one commune: last year's, closed, and one that runs; every third dossier of the sample has a finding. */
async function layInspections(client: PoolClient, today: PlainDate): Promise<void> {
  for (const [i, { number, decidedDaysAgo, closed }] of inspections.entries()) {
    const decidedOn = addDays(today, -decidedDaysAgo)
    const days = [decidedOn, addDays(decidedOn, 5), addDays(decidedOn, 35), closed ? addDays(decidedOn, 35) : null]
    await client.query(`
      insert into dossiers.inspection (id, committee_id, organisation_id, decision_number, decided_on, from_day, until_day, sampling, sample_size, drawn_at, closed_on, conclusion)
      select ${idOf(`'inspection' || $1`)}, top.organisation_id, u.organisation_id, $1, $2, $3, $4, 'perCell', 1, $2::date::timestamptz, $5::date, $6
      from organisations.version u, organisations.version top where u.code = $7 and u.superseded_at is null and top.type = 'DB_HUYEN' and top.superseded_at is null`, [number, ...days, closed ?? null, WHOLE[0]])
    await client.query(`
      insert into dossiers.inspection_dossier (inspection_id, person_id, examined_on)
      select ${idOf(`'inspection' || $1`)}, x.person_id, case when $3 or x.n % 4 <> 0 then $2::date + 8 end
      from (select distinct on (p.keeper_id) d.person_id, row_number() over (order by p.keeper_id) as n from dossiers.dossier d join members.person p on p.id = d.person_id
        join organisations.version u on u.organisation_id = d.keeper_id and u.code = $4 and u.superseded_at is null order by p.keeper_id, md5(d.id || $1)) x`, [number, decidedOn, closed !== undefined, WHOLE[0]])
    await client.query(`
      insert into dossiers.finding (id, inspection_id, person_id, kind, document_type, note, guidance, mend_by, mended_on, mended_note)
      select ${idOf(`'finding' || s.inspection_id || s.person_id || f.n`)}, s.inspection_id, s.person_id, f.kind, f.code, f.note, f.guidance, $2::date + 40 + 10 * f.n,
        case when $3 and f.n % 3 <> 2 then $2::date + 38 + 4 * f.n end, case when $3 and f.n % 3 <> 2 then $4 end
      from dossiers.inspection_dossier s
      join (select kind, code, note, guidance, (row_number() over ())::int - 1 as n from jsonb_to_recordset($5::jsonb) as f (kind text, code text, note text, guidance text)) f
        on f.n = (${dice('s.person_id || s.inspection_id::text')} + $6) % (jsonb_array_length($5::jsonb) + 2)
      where s.inspection_id = ${idOf(`'inspection' || $1`)} and s.examined_on is not null`, [number, decidedOn, closed !== undefined, findingWords.mended, JSON.stringify(findingWords.found), i])
  }
}

type PaperScan = { readonly contentHash: string; readonly byteSize: number }

/** Papers of a few dossiers of one cell are scanned, one picture a paper. */
async function layPaperScans(client: PoolClient, scans: readonly PaperScan[]): Promise<void> {
  await client.query(`
    insert into dossiers.scan (id, item_id, content_hash, media_type, byte_size, pages, file_name, recorded_at)
    select ${idOf(`'scan' || x.id`)}, x.id, s."contentHash", 'image/png', s."byteSize", 1, replace(lower(x.document_type), 'đ', 'd') || '.png', x.recorded_at
    from (select i.id, i.document_type, i.recorded_at, row_number() over (order by p.sort_key, i.document_type) as n from dossiers.item i join dossiers.dossier d on d.id = i.dossier_id
      join members.person p on p.id = d.person_id join organisations.version v on v.organisation_id = p.keeper_id and v.superseded_at is null and v.code = $1 where i.state = 'present') x
    join (select *, row_number() over () as n from jsonb_to_recordset($2::jsonb) as s ("contentHash" text, "byteSize" int)) s on s.n = x.n`, [stagedCells.secretary, JSON.stringify(scans)])
}

/** Dossiers on paper, scans, handovers, loans and inspections, made in the database from the members that are there. */
export async function layDossiers(client: PoolClient, today: PlainDate, scans: readonly PaperScan[]): Promise<void> {
  await layPapers(client, plainDate(today))
  await layPaperScans(client, scans)
  const [formerly, lately] = lists(today)
  await layHandovers(client, today, { formerly: formerly!, lately: lately! })
  await layLoans(client, today)
  await layInspections(client, today)
}
