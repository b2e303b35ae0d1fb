import type { PlainDate } from '../../../kernel/index.ts'
import { empty, join, raw, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { ruleOf, type RuleKey } from '../catalogue.ts'
import { subjects, type AsideState, type Subject } from '../codes.ts'
import { rulesAbout, rulesSql } from '../rules/index.ts'
import type { Law } from '../rules/law.ts'
import { sharedFor, sources } from './sources.ts'

/** Of which organisation, on which day, as known at which moment; the law of the day; the rules that are asked about. */
export type Asked = { readonly organisationId: string; readonly on: PlainDate; readonly knownAt?: string | undefined; readonly law: Law; readonly rules: readonly RuleKey[] }

/** SQL with `:organisation`, `:day` and `:knownAt` filled in. */
function filledIn(text: string, { organisationId, on, knownAt }: Asked): Sql {
  const pieces = text.split(/(:organisation\b|:day\b|:knownAt\b)/).map((piece) => {
    if (piece === ':organisation') return sql`${organisationId}::uuid`
    if (piece === ':day') return sql`${on}::date`
    return piece === ':knownAt' ? sql`${knownAt ?? null}::timestamptz` : piece === '' ? empty : raw(piece)
  })
  return join(pieces, '')
}

const sourceOf = (subject: Subject) => `of_${subject}`

/** What each rule asks of a fact. An array of conditions is worked out once for each fact; a row for each rule would be costly. */
const conditionsOf = (rules: readonly RuleKey[], law: Law): readonly { key: RuleKey; applies: string; wrong: string }[] => {
  const all = rulesSql(law)
  return rules.map((key) => ({ key, applies: `(${all[key].applies ?? 'true'})`, wrong: `case when ${all[key].applies ?? 'true'} then (${all[key].wrong}) end` }))
}

function factOf(rules: readonly RuleKey[], law: Law): string {
  const all = rulesSql(law)
  const told = rules.filter((key) => all[key].fact)
  return told.length > 0 ? `case r.rule ${told.map((key) => `when '${key}' then ${all[key].fact}`).join('\n    ')} end` : 'null::text'
}

type Asking = { readonly subject: Subject; readonly rules: readonly RuleKey[] }

const askedSubjects = (rules: readonly RuleKey[]): Asking[] => subjects.map((subject) => ({ subject, rules: rulesAbout(subject, rules) })).filter((each) => each.rules.length > 0)

/** What everything is asked of: facts of the rooms, and what was set aside. */
function factsSql(asking: readonly Asking[], also: readonly (readonly [string, string])[] = []): string {
  const named = new Map([...sharedFor(asking.map(({ subject }) => subject)), ...also])
  return [...[...named].map(([name, select]) => `${name} as materialized (${select})`), ...asking.map(({ subject }) => `${sourceOf(subject)} as materialized (${sources[subject].select})`),
    `aside as materialized (select a.id, a.rule, a.subject_id, a.fact, a.reason, a.set_by, a.recorded_at from data_quality.set_aside a
      where (a.superseded_at is null or a.superseded_at > :knownAt) and (:knownAt is null or a.recorded_at <= :knownAt))`].join(',\n')
}

const faultsOf = ({ subject, rules }: Asking, law: Law, where = 'true') => `
  select '${subject}' as subject, f.subject_id, f.person_id, f.organisation_id, f.name, f.sort_key collate "C" as sort_key, f.born_on, r.rule, ${factOf(rules, law)} as fact
  from (select f.*, array[${conditionsOf(rules, law).map(({ key, wrong }) => `case when ${wrong} then '${key}' end`).join(',\n    ')}] as rules_broken from ${sourceOf(subject)} f where ${where}) f
  cross join lateral unnest(f.rules_broken) r (rule) where r.rule is not null`

/** How many facts each rule looked at and calls wrong, organisation by organisation. */
function countsOf({ subject, rules }: Asking, law: Law): string {
  const conditions = conditionsOf(rules, law)
  const counts = (of: (each: (typeof conditions)[number]) => string) => `array[${conditions.map((each) => `count(*) filter (where ${of(each)})`).join(',\n    ')}]`
  return `select f.organisation_id, r.rule, r.checked, r.wrong, 0::bigint as aside
    from (select f.organisation_id, ${counts(({ applies }) => applies)} as checked, ${counts(({ wrong }) => wrong)} as wrong from ${sourceOf(subject)} f group by f.organisation_id) f
    cross join lateral unnest(array[${rules.map((key) => `'${key}'`).join(', ')}], f.checked, f.wrong) r (rule, checked, wrong) where r.checked > 0`
}

/** One fact that a rule calls wrong. `mark` tells whether the fact is still the one that was seen; of covered facts nothing else is told. */
export type Fault = {
  readonly rule: RuleKey; readonly subject: Subject; readonly subjectId: string; readonly personId: string | null; readonly organisationId: string; readonly name: string; readonly bornOn: string | null
  readonly place: string; readonly above: string | null; readonly fact: string | null; readonly mark: string
  readonly aside: { readonly id: string; readonly reason: string; readonly by: string | null; readonly at: string } | null
}

export type Wanted = { readonly state: AsideState; readonly search?: string | undefined; readonly subjectId?: string | undefined; readonly size: number; readonly offset: number }

const TREE = ['tree', 'select * from organisations.survey(:organisation, :day, :knownAt)'] as const
const DIGEST = `md5(f.subject_id || coalesce(f.fact, ''))`

/** Faults below an organisation by place and name, with how many there are and how many people they are about. */
export async function listFaultRows(db: Db, asked: Asked, wanted: Wanted): Promise<{ rows: Fault[]; total: number; subjectCount: number }> {
  const asking = askedSubjects(asked.rules)
  if (asking.length === 0) return { rows: [], total: 0, subjectCount: 0 }
  const condition = [
    wanted.state === 'open' ? sql`a.id is null` : wanted.state === 'aside' ? sql`a.id is not null` : sql`true`,
    wanted.search ? sql`platform.fold(f.name) like '%' || platform.fold(${wanted.search}) || '%'` : sql`true`, wanted.subjectId ? sql`f.subject_id = ${wanted.subjectId}` : sql`true`,
  ]
  const rows = await db.rows<Fault & { total: number; subjectCount: number; asideId: string | null; reason: string; by: string | null; at: string }>(sql`
    with ${filledIn(factsSql(asking, [TREE]), asked)}, fault as materialized (${filledIn(asking.map((each) => faultsOf(each, asked.law)).join(' union all '), asked)}),
    found as materialized (
      select f.*, t.code as place_code, a.id as aside_id, a.reason, a.set_by, a.recorded_at from fault f
      left join tree t on t.organisation_id = f.organisation_id
      left join aside a on a.rule = f.rule and a.subject_id = f.subject_id and a.fact = ${raw(DIGEST)}
      where ${join(condition, ' and ')}
    ), counted as (select count(*)::int as total, count(distinct coalesce(person_id, subject_id))::int as subjects from found),
    page as (select * from found order by place_code, organisation_id, sort_key, person_id, rule, subject_id limit ${wanted.size} offset ${wanted.offset})
    select f.rule, f.subject, f.subject_id as "subjectId", f.person_id as "personId", f.organisation_id as "organisationId", f.name, f.born_on as "bornOn", coalesce(p.cell, '') as place, p.organisation as above,
      f.fact, left(${raw(DIGEST)}, 4) as mark, f.aside_id as "asideId", f.reason, c.full_name as by, f.recorded_at as at, n.total, n.subjects as "subjectCount"
    from counted n left join page f on true
    left join organisations.places_of(array(select distinct organisation_id from page), ${asked.on}) p on p.cell_id = f.organisation_id
    left join access.account c on c.id = f.set_by
    order by f.place_code, f.organisation_id, f.sort_key, f.person_id, f.rule, f.subject_id`)
  const shown = rows.filter((row) => row.rule !== null).map(({ total: _, subjectCount: __, asideId, reason, by, at, ...row }) =>
    ({ ...row, fact: ruleOf(row.rule).covered ? null : row.fact, aside: asideId ? { id: asideId, reason, by, at } : null }))
  return { rows: shown, total: rows[0]?.total ?? 0, subjectCount: rows[0]?.subjectCount ?? 0 }
}

/** The digest of a fact that a rule calls wrong, as it is kept when it is set aside; none when it is not wrong (any more). */
export function findFaultFact(db: Db, asked: Asked, subjectId: string): Promise<{ personId: string | null; organisationId: string; digest: string } | undefined> {
  const asking = askedSubjects(asked.rules)
  return db.first(sql`with ${filledIn(factsSql(asking), asked)}, fault as (${filledIn(asking.map((each) => faultsOf(each, asked.law)).join(' union all '), asked)})
    select f.person_id as "personId", f.organisation_id as "organisationId", ${raw(DIGEST)} as digest from fault f where f.subject_id = ${subjectId}`)
}

/** Facts counted by rule for each organisation of its own, as common table expressions the last of which is `tally`. */
function tallySql(asked: Asked): Sql {
  const asking = askedSubjects(asked.rules)
  const counted = asking.map((each) => countsOf(each, asked.law))
  const setAside = asking.map((each) => `select f.organisation_id, f.rule, 0, 0, count(*) from (${faultsOf(each, asked.law, 'f.subject_id in (select subject_id from aside)')}) f
    join aside a on a.rule = f.rule and a.subject_id = f.subject_id and a.fact = ${DIGEST} group by f.organisation_id, f.rule`)
  return sql`${filledIn(factsSql(asking, [TREE]), asked)}, tally as (${filledIn([...counted, ...setAside].join(' union all '), asked)})`
}

/** How many facts a rule looked at in a unit, how many it calls wrong, and how many of those were set aside. */
export type Tally = { readonly unitId: string; readonly name: string; readonly shortName: string; readonly rule: RuleKey; readonly checked: number; readonly wrong: number; readonly aside: number }

/** Facts counted by rule for each organisation right below one (and for its own committee). */
export function countFaults(db: Db, asked: Asked): Promise<Tally[]> {
  return db.rows(sql`
    with ${tallySql(asked)}
    select u.organisation_id as "unitId", u.name, u.short_name as "shortName", s.rule, s.checked, s.wrong, s.aside
    from (select t.unit_id, c.rule, sum(c.checked)::int as checked, sum(c.wrong)::int as wrong, sum(c.aside)::int as aside from tally c join tree t on t.organisation_id = c.organisation_id group by t.unit_id, c.rule) s
    join tree u on u.organisation_id = s.unit_id`)
}

/** Keeps for every organisation of a tree what is counted of all below it, in the place of what was kept for the day before. */
export async function keepCounts(db: Db, asked: Asked): Promise<void> {
  await db.run(sql`
    with ${tallySql(asked)}, below as (
      select a.ancestor_id, s.rule, sum(s.checked)::int as checked, sum(s.wrong)::int as wrong, sum(s.aside)::int as aside
      from tally s join tree t on t.organisation_id = s.organisation_id
      join organisations.closure a on a.descendant_id = t.organisation_id and a.valid_during @> coalesce(t.ended_on - 1, ${asked.on}::date)
      group by a.ancestor_id, s.rule
    )
    insert into data_quality.month_count (organisation_id, on_day, counts)
    select b.ancestor_id, ${asked.on}, jsonb_agg(jsonb_build_object('rule', b.rule, 'checked', b.checked, 'wrong', b.wrong, 'aside', b.aside)) from below b group by b.ancestor_id
    on conflict (organisation_id, on_day) do update set counts = excluded.counts, kept_at = excluded.kept_at`)
}
