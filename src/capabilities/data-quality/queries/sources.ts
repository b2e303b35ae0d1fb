import type { Subject } from '../codes.ts'
import { parentWords } from '../words.vi.ts'

/** Items and lists of the sheet that rules look at. */
const itemsRead = ['bornOnOtherPapers', 'residence', 'degree'] as const
const listsRead = ['career', 'family', 'studies', 'politicalTraining', 'unionMemberships', 'travelAbroad', 'awards', 'badges', 'titles'] as const

const texts = (words: readonly string[]) => `array[${words.map((word) => `'${word}'`).join(', ')}]::text[]`

/** What the sources share; each is asked of a room once. `:organisation`, `:day` and `:knownAt` stand for what is asked. */
const shared = {
  tree: `select * from organisations.survey(:organisation, :day, :knownAt)`,
  register: `select * from members.survey(:organisation, :day, :knownAt)`,
  said: `select person_id, jsonb_object_agg(field, content) as says from member_sheet.values_below(:organisation, :day, :knownAt, ${texts(itemsRead)}) group by person_id`,
  entry: `select * from member_sheet.entries_below(:organisation, :day, :knownAt, ${texts(listsRead)})`,
  listed: `select person_id, bool_or(list = 'career') as has_career, bool_or(list = 'family') as has_family,
      bool_or(list = 'career' and not content ? 'to') as career_runs, max(content ->> 'to') filter (where list = 'career') as career_until from entry group by person_id`,
  supplement: `select * from member_sheet.supplements_below(:organisation, :day, :knownAt)`,
  paper: `select d.person_id, d.dossier_id,
      array(select split_part(p, '|', 1) from unnest(d.papers) p) as papers_known,
      array(select split_part(p, '|', 1) from unnest(d.papers) p where split_part(p, '|', 2) in ('lost', 'unreadable') order by 1) as papers_lost,
      (select max(split_part(p, '|', 3)) from unnest(d.papers) p where p ~ '^KNĐ-9\\|present\\|\\d') as decision_year,
      (select max(split_part(p, '|', 3)) from unnest(d.papers) p where p ~ '^KNĐ-16\\|present\\|\\d') as confirmation_year
      from dossiers.survey(:organisation, :day, :knownAt) d where d.dossier_id is not null`,
  begun: `select distinct r.cell_id from paper p join register r on r.person_id = p.person_id`,
  post: `select * from members.posts_below(:organisation, :day, :knownAt)`,
  confirmed: `select cell_id, count(*)::int as full_members from register where status <> 'probationary' group by cell_id`,
  seat: `select organisation_id, (count(*) filter (where post = 'BT'))::int as secretaries, count(distinct person_id)::int as holders from post group by organisation_id`,
} as const

type Shared = keyof typeof shared

const IS_CELL = `t.type in ('CHI_BO', 'CB_CO_SO', 'CB_SH_TAM')`

type Source = { readonly needs: readonly Shared[]; readonly select: string }

/** Each subject as a table with `subject_id`, `person_id`, `organisation_id` (whose part it is counted in), `name`, `sort_key`, `born_on` and what its rules look at. */
export const sources: Readonly<Record<Subject, Source>> = {
  member: {
    needs: ['register', 'said', 'entry', 'listed', 'supplement', 'paper', 'begun'],
    select: `select m.person_id as subject_id, m.cell_id as organisation_id, m.full_name as name, m.*, coalesce(m.decided_on::text, m.admitted_on) as joined_on,
        coalesce(m.ceremony_on::text, m.admitted_on) as probation_from,
        left(m.born_on, 4) || coalesce(nullif(substr(m.born_on, 5), ''), '-01') || case when length(m.born_on) < 10 then '-01' else '' end as born_earliest, coalesce(m.decided_on, members.latest_day(m.admitted_on)) as joined_latest, m.status <> 'probationary' as is_official, s.says, l.person_id is not null as has_sheet, coalesce(l.has_career, false) as has_career,
        coalesce(l.has_family, false) as has_family, l.career_runs, l.career_until, u.year as supplement_year, u.handed_in as supplement_handed_in,
        p.dossier_id, p.papers_known, p.papers_lost, p.decision_year, p.confirmation_year, b.cell_id is not null as cell_has_dossiers
      from register m
      left join said s on s.person_id = m.person_id left join listed l on l.person_id = m.person_id left join supplement u on u.person_id = m.person_id
      left join paper p on p.person_id = m.person_id left join begun b on b.cell_id = m.cell_id`,
  },
  line: {
    needs: ['register', 'entry'],
    select: `select e.entry_id as subject_id, m.person_id, m.cell_id as organisation_id, m.full_name as name, m.sort_key, m.born_on, m.decided_on, e.list, e.content,
        coalesce(e.content ->> 'work', e.content ->> 'school', e.content ->> 'award', e.content ->> 'badge', e.content ->> 'title', e.content ->> 'organisation') as first_words,
        e.content ->> 'relation' = any (${texts(parentWords)}) as is_parent
      from entry e join register m on m.person_id = e.person_id`,
  },
  post: {
    needs: ['tree', 'post'],
    select: `select p.post_id as subject_id, p.person_id, p.organisation_id, p.full_name as name, p.sort_key, null::text as born_on, p.post, p.held_from, p.held_until, p.standing_cell, p.standing_status,
        t.ended_on, t.term_from, ${IS_CELL} as is_cell
      from post p join tree t on t.organisation_id = p.organisation_id`,
  },
  organisation: {
    needs: ['tree', 'register', 'post', 'confirmed', 'seat'],
    select: `select t.organisation_id as subject_id, null::uuid as person_id, t.organisation_id, t.name, ' ' || t.code as sort_key, null::text as born_on, t.code, t.admin_unit_code, t.term_from, t.term_until, t.elected_seats,
        ${IS_CELL} as is_cell, coalesce(f.full_members, 0) as full_members, coalesce(s.secretaries, 0) as secretaries, coalesce(s.holders, 0) as holders
      from tree t left join confirmed f on f.cell_id = t.organisation_id left join seat s on s.organisation_id = t.organisation_id where t.ended_on is null`,
  },
  file: {
    needs: [],
    select: `select c.case_id as subject_id, c.cell_id as organisation_id, c.full_name as name, c.* from admission.files_below(:organisation, :day, :knownAt) c`,
  },
  prospect: {
    needs: [],
    select: `select p.prospect_id as subject_id, p.cell_id as organisation_id, p.full_name as name, p.* from sources_and_targets.prospects_below(:organisation, :day, :knownAt) p`,
  },
}

/** The shared parts that some subjects need, in an order in which none is named before it stands. */
export const sharedFor = (subjects: readonly Subject[]): readonly (readonly [string, string])[] => {
  const needed = new Set(subjects.flatMap((subject) => sources[subject].needs))
  return Object.entries(shared).filter(([name]) => needed.has(name as Shared))
}
