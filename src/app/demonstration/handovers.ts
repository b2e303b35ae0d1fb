import type { PoolClient } from 'pg'
import type { PlainDate } from '../../kernel/index.ts'
import { idOf } from './always-alike.ts'
import { handoverWords as words } from './dossiers.vi.ts'
import { stagedCells } from './kinds.ts'

/** First day from which dossiers that moved with a member were handed over with a list. */
const FIRST_LIST = '2016-06-01'
/** The day on which the level above gave the dossiers of one cell to its grassroots organisation to keep. */
const GIVEN_DOWN = '2017-03-15'

/**
 * What is handed over: `from`, `until` and why, a group of dossiers each. Members who came from another grassroots organisation brought theirs; those of
 * one cell were kept by the level above until it gave them down.
 */
const GROUPS = `
  select distinct on (d.id) d.id as dossier_id, d.person_id, d.keeper_id as to_id, f.ancestor_id as from_id, upper(p.valid_during) as handed_on, 'moved' as kind
    from dossiers.dossier d
    join members.placement p on p.person_id = d.person_id and p.superseded_at is null and upper(p.valid_during) between date '${FIRST_LIST}' and $1::date and upper(p.valid_during) >= d.opened_on
    join organisations.closure f on f.descendant_id = p.cell_id and f.valid_during @> upper(p.valid_during) - 1
    join organisations.version v on v.organisation_id = f.ancestor_id and v.superseded_at is null and v.valid_during @> upper(p.valid_during) - 1 and v.type in ('DB_CO_SO', 'CB_CO_SO')
    where f.ancestor_id <> d.keeper_id
  union all
  select d.id, d.person_id, d.keeper_id, top.organisation_id, date '${GIVEN_DOWN}', 'givenDown'
    from dossiers.dossier d
    join members.person x on x.id = d.person_id
    join organisations.version c on c.organisation_id = x.keeper_id and c.superseded_at is null and c.valid_during @> $1::date and c.code = $2
    join organisations.version top on top.type = 'DB_HUYEN' and top.superseded_at is null and top.valid_during @> $1::date
    where d.opened_on <= date '${GIVEN_DOWN}'`

/** Dossiers that changed their keeper, with the lists that both sides signed: papers and pages as they lie there, and what was missing. */
export async function layHandovers(client: PoolClient, today: PlainDate, required: { readonly formerly: readonly string[]; readonly lately: readonly string[] }): Promise<void> {
  await client.query(`create temp table handed on commit drop as
    select g.*, ${idOf(`'handover' || g.from_id || g.to_id || g.handed_on`)} as handover_id, row_number() over (partition by g.from_id, g.to_id, g.handed_on order by x.sort_key, x.id) as ordinal
    from (${GROUPS}) g join members.person x on x.id = g.person_id`, [today, stagedCells.secretary])
  await client.query(`
    insert into dossiers.handover (id, from_keeper_id, to_keeper_id, handed_on, handed_by, received_by, basis, dossiers, recorded_at)
    select handover_id, from_id, to_id, handed_on, case kind when 'moved' then $1 else $2 end, $3, case kind when 'moved' then $4 else $5 end, count(*), handed_on::timestamptz from handed group by handover_id, from_id, to_id, handed_on, kind`,
  [words.sealed, words.office, words.receiver, words.letter, words.order])
  await client.query(`
    insert into dossiers.handover_line (handover_id, dossier_id, person_id, ordinal, papers, pages, missing)
    select h.handover_id, h.dossier_id, h.person_id, h.ordinal, count(i.id), coalesce(sum(i.pages), 0), array(select c from unnest(case when m.admitted_on >= '2011-11' then $2::text[] else $1::text[] end) c where c <> all (array_agg(coalesce(i.document_type, ''))))
    from handed h
    join members.membership m on m.person_id = h.person_id and m.superseded_at is null and m.ended_on is null
    left join dossiers.item i on i.dossier_id = h.dossier_id and i.superseded_at is null and i.state in ('present', 'unreadable') and i.recorded_at <= h.handed_on
    group by h.handover_id, h.dossier_id, h.person_id, h.ordinal, m.admitted_on`, [required.formerly, required.lately])
}
