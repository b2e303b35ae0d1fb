-- Reorganisation of the tree as one dated legal act: prepared as a plan, checked, decided, in force on its day, taken back on the day it
-- was done or countered later.
create schema reorganisation;

create table reorganisation.plan (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  title           text not null,
  effective_on    date,
  state           text not null default 'draft' constraint plan_state check (state in ('draft','decided','inForce','undone','withdrawn')),
  decision_number text,
  decided_on      date,
  issued_by       text,
  counters_id     uuid references reorganisation.plan,
  act_id          uuid references organisations.act,
  in_force_at     timestamptz,
  undone_at       timestamptz,
  undone_reason   text,
  version         int not null default 1,
  prepared_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint plan_decided check (state in ('draft','withdrawn') or num_nonnulls(effective_on, decision_number, decided_on, issued_by) = 4),
  constraint plan_in_force check ((state in ('inForce','undone')) = (in_force_at is not null) and (state = 'undone') = (undone_at is not null))
);
comment on table reorganisation.plan is 'A reorganisation from its first draft to its end. organisation_id: the committee above all that is concerned. effective_on: first day of the new order. counters_id: the earlier act that this one countermands.';
create index plan_organisation on reorganisation.plan (organisation_id);
create index plan_act on reorganisation.plan (act_id);

create table reorganisation.plan_content (
  plan_id     uuid not null references reorganisation.plan,
  version     int not null,
  content     jsonb not null,
  saved_by    uuid references access.account,
  recorded_at timestamptz not null default platform.moment(),
  primary key (plan_id, version)
);
comment on table reorganisation.plan_content is 'What a plan says, one row for each time it was saved; the last is the plan. Seen where the plan is made, not below.';

create table reorganisation.outcome (
  plan_id         uuid not null references reorganisation.plan,
  organisation_id uuid not null references organisations.organisation,
  fate            text not null constraint outcome_fate check (fate in ('founded','changed','ended','kept')),
  ordinal         int not null,
  before          jsonb,
  after           jsonb,
  primary key (plan_id, organisation_id)
);
comment on table reorganisation.outcome is 'What an act in force made of each organisation it concerns: name, kind, parent and numbers before and after, as they were on its day.';
create index outcome_organisation on reorganisation.outcome (organisation_id);

create table reorganisation.carried (
  plan_id    uuid not null references reorganisation.plan,
  kind       text not null constraint carried_kind check (kind in ('member','person','caseFile','prospect','dossier')),
  subject_id uuid not null,
  person_id  uuid not null references members.person,
  from_id    uuid not null references organisations.organisation,
  to_id      uuid not null references organisations.organisation deferrable initially deferred,
  primary key (plan_id, kind, subject_id)
);
comment on table reorganisation.carried is 'Members, people followed, open files and dossiers that went from one organisation to another by an act: the lists of the handover minutes.';
create index carried_person on reorganisation.carried (person_id);

create function reorganisation.concerns_part(which uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from reorganisation.outcome o where o.plan_id = which and o.organisation_id in (select access.people_reach()))
$$;

-- Does what a plan says, in one transaction and over sets: the organisations, who goes where, and everything that follows the people.
-- said: the plan resolved by the program (see the functions `reorganise` of the rooms). Answers how many people went to another cell.
create function reorganisation.put_in_force(which uuid, act uuid, said jsonb, outcomes jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, reorganisation, platform, public set work_mem = '64MB' as $$
declare
  p reorganisation.plan;
  on_day date;
  paper text;
  gone uuid[] := array(select id from jsonb_to_recordset(said -> 'ends') r (id uuid, "successorId" uuid) where "successorId" is not null);
  successors uuid[] := array(select "successorId" from jsonb_to_recordset(said -> 'ends') r (id uuid, "successorId" uuid) where "successorId" is not null);
  people uuid[];
  from_cells uuid[];
  to_cells uuid[];
  keepers uuid[];
  papers uuid[];
  papers_to uuid[];
begin
  select * into p from reorganisation.plan where id = which for update;
  if p.state <> 'decided' then raise exception 'A plan that is % cannot take effect', p.state; end if;
  if exists (
    (select id from jsonb_to_recordset(said -> 'changes') r (id uuid) union select unnest(gone) union select p.organisation_id
      union select "cellId" from jsonb_to_recordset(said -> 'rules') r ("cellId" uuid) union select "toId" from jsonb_to_recordset(said -> 'rules') r ("toId" uuid) where "toId" is not null)
    except select access.people_reach() except select id from jsonb_to_recordset(said -> 'founds') r (id uuid)) then
    raise exception 'An organisation of the plan lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  on_day := p.effective_on;
  paper := p.decision_number || ', ' || to_char(p.decided_on, 'DD/MM/YYYY');
  insert into organisations.act (id, kind, decision_number, decided_on, issued_by, effective_on, note)
    values (act, said ->> 'kind', p.decision_number, p.decided_on, p.issued_by, on_day, p.title);

  -- Who goes where is asked before the tree changes: afterwards the part of who acts may be another.
  insert into reorganisation.carried (plan_id, kind, subject_id, person_id, from_id, to_id)
    select which, case when a.is_member then 'member' else 'person' end, a.person_id, a.person_id, a.cell_id, a.to_cell_id
    from members.assigned(said -> 'rules', said -> 'listed', on_day) a where a.to_cell_id is not null and a.to_cell_id <> a.cell_id;
  select array_agg(person_id), array_agg(from_id), array_agg(to_id) into people, from_cells, to_cells from reorganisation.carried where plan_id = which;
  people := coalesce(people, '{}'); from_cells := coalesce(from_cells, '{}'); to_cells := coalesce(to_cells, '{}');
  insert into reorganisation.carried (plan_id, kind, subject_id, person_id, from_id, to_id)
    select which, 'caseFile', c.id, c.person_id, w.cell_id, w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    join admission.case_file c on c.person_id = w.person_id and c.cell_id = w.cell_id and c.closed_on is null
    union all
    select which, 'prospect', c.id, c.person_id, w.cell_id, w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    join sources_and_targets.prospect c on c.person_id = w.person_id and c.cell_id = w.cell_id and c.closed_on is null;
  keepers := gone || array(select l.parent_id from jsonb_to_recordset(said -> 'changes') r (id uuid, moves boolean)
    join organisations.placement l on l.organisation_id = r.id and l.superseded_at is null and l.valid_during @> (on_day - 1) and l.parent_id is not null where r.moves);

  perform organisations.reorganise(act, on_day, said -> 'founds', said -> 'changes', said -> 'ends', array(select x::uuid from jsonb_array_elements_text(said -> 'terms') x), said -> 'committees');
  perform access.reorganise(act, on_day, gone, said -> 'holdings', paper);
  perform members.reorganise(act, on_day, people, from_cells, to_cells, gone, successors, said -> 'posts', paper);
  perform sources_and_targets.reorganise(act, on_day, people, from_cells, to_cells, gone, successors, said -> 'targets', paper);
  perform admission.reorganise(act, people, from_cells, to_cells);
  perform transfers.reorganise(act, on_day, people, from_cells, to_cells, gone, successors);
  insert into reorganisation.carried (plan_id, kind, subject_id, person_id, from_id, to_id)
    select which, 'dossier', k.dossier_id, k.person_id, k.from_id, k.to_id from dossiers.keepers_after(keepers, on_day) k;
  select array_agg(subject_id), array_agg(to_id) into papers, papers_to from reorganisation.carried where plan_id = which and kind = 'dossier';
  if papers is not null then perform dossiers.reorganise(act, papers, papers_to); end if;

  insert into reorganisation.outcome (plan_id, organisation_id, fate, ordinal, before, after)
    select which, r."organisationId", r.fate, row_number() over (), r.before, r.after from jsonb_to_recordset(outcomes) r ("organisationId" uuid, fate text, before jsonb, after jsonb);
  update reorganisation.plan set state = 'inForce', act_id = act, in_force_at = platform.moment(), version = version + 1 where id = which;
  insert into reorganisation.plan_content (plan_id, version, content, saved_by)
    select which, p.version + 1, c.content, access.account_id() from reorganisation.plan_content c where c.plan_id = which and c.version = p.version;
  return cardinality(people);
end $$;

-- What was built since on what an act wrote: rows of it that are no longer as it left them, and facts about organisations that it founded.
create function reorganisation.built_on(which uuid) returns table (table_name text, row_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, reorganisation, platform, public as $$
#variable_conflict use_column
declare
  the_act uuid;
  founded uuid[];
  r record;
begin
  select p.act_id into the_act from reorganisation.plan p
    where p.id = which and p.state = 'inForce' and p.organisation_id in (select access.people_reach());
  if the_act is null then return; end if;
  return query select d.table_name, d.row_id from platform.disturbed(the_act) d;
  founded := array(select o.organisation_id from reorganisation.outcome o where o.plan_id = which and o.fate = 'founded');
  for r in
    select c.conrelid as table_oid, c.conrelid::regclass as from_table, n.nspname || '.' || t.relname as called, a.attname as col from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and c.confrelid = 'organisations.organisation'::regclass and n.nspname <> 'reorganisation'
      and c.conrelid not in ('organisations.closure'::regclass, 'organisations.afterlife'::regclass)
      and exists (select from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'id' and i.atttypid = 'uuid'::regtype)
  loop
    return query execute format(
      'select %1$L::text, x.id from %3$s x where x.%2$I = any ($1) and to_jsonb(x) ->> ''superseded_at'' is null
        and x.id not in (select unnest(t.written || t.changed) from platform.trace t where t.source_id = $2 and t.table_name::regclass::oid = $3)', r.called, r.col, r.from_table) using founded, the_act, r.table_oid;
  end loop;
end $$;

-- Takes an act back on the day it was put in force: every live statement is again what it was. Asks no questions; the program has asked them.
create function reorganisation.undo(which uuid, reason text) returns void
language plpgsql security definer set search_path = pg_catalog, reorganisation, platform, public as $$
declare
  p reorganisation.plan;
begin
  select * into p from reorganisation.plan where id = which and organisation_id in (select access.people_reach()) for update;
  if p.state <> 'inForce' or (p.in_force_at at time zone 'Asia/Ho_Chi_Minh')::date <> access.today() then raise exception 'The act cannot be taken back any more'; end if;
  if exists (select from reorganisation.built_on(which)) then raise exception 'Something was built on the act'; end if;
  perform platform.take_back(p.act_id);
  perform access.take_sessions_back(p.act_id);
  perform organisations.rebuild_closure();
  perform members.restand(array(select person_id from reorganisation.carried where plan_id = which and kind = 'member'));
  update reorganisation.plan set state = 'undone', undone_at = platform.moment(), undone_reason = reason, version = version + 1 where id = which;
  insert into reorganisation.plan_content (plan_id, version, content, saved_by)
    select which, p.version + 1, c.content, access.account_id() from reorganisation.plan_content c where c.plan_id = which and c.version = p.version;
end $$;

alter table reorganisation.plan enable row level security;
create policy plan_read on reorganisation.plan for select
  using (organisation_id in (select access.people_reach()) or (state in ('inForce', 'undone') and reorganisation.concerns_part(id)));
create policy plan_write on reorganisation.plan for insert with check (organisation_id in (select access.people_reach()));
create policy plan_change on reorganisation.plan for update using (organisation_id in (select access.people_reach()));
alter table reorganisation.plan_content enable row level security;
create policy plan_content_reach on reorganisation.plan_content
  using (exists (select from reorganisation.plan p where p.id = plan_id and p.organisation_id in (select access.people_reach())));
alter table reorganisation.outcome enable row level security;
create policy outcome_reach on reorganisation.outcome using (organisation_id in (select access.people_reach()));
alter table reorganisation.carried enable row level security;
create policy carried_reach on reorganisation.carried using (from_id in (select access.people_reach()) or to_id in (select access.people_reach()));

grant usage on schema reorganisation to dangvu_program;
grant select, insert, update on reorganisation.plan to dangvu_program;
grant select, insert on reorganisation.plan_content to dangvu_program;
grant select on reorganisation.outcome, reorganisation.carried to dangvu_program;
revoke all on all functions in schema reorganisation from public;
grant execute on all functions in schema reorganisation to dangvu_program;
