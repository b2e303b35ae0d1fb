-- What the rules of data quality look at, as it was known at a moment: where somebody stood, followings, files, yearly supplements.

drop function members.membership_as_of(date, timestamptz);
create function members.membership_as_of(valid_on date, known_at timestamptz) returns table (person_id uuid, cell_id uuid, status text, since date) language sql stable as $$
  select s.person_id, s.cell_id, s.status, lower(s.valid_during) from members.standing s where known_at is null and s.valid_during @> valid_on
  union all
  select p.person_id, p.cell_id, s.status, greatest(lower(p.valid_during), lower(s.valid_during)) from members.placement p
  join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on and s.recorded_at <= known_at and (s.superseded_at is null or s.superseded_at > known_at)
  where known_at is not null and p.valid_during @> valid_on and p.recorded_at <= known_at and (p.superseded_at is null or p.superseded_at > known_at)
$$;
comment on function members.membership_as_of(date, timestamptz) is 'A promise to other rooms: one row for each member on a day, with cell, status and since when both, as known at a moment (null: now). The planner takes it into the asking statement.';
revoke all on function members.membership_as_of(date, timestamptz) from public;
grant execute on function members.membership_as_of(date, timestamptz) to dangvu_program;

create or replace function members.posts_below(organisation uuid, day date, known_at timestamptz)
returns table (post_id uuid, person_id uuid, full_name text, sort_key text, organisation_id uuid, post text, held_from date, held_until date, standing_cell uuid, standing_status text) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select h.id, h.person_id, x.full_name, x.sort_key, h.organisation_id, h.position, lower(h.held_during), upper(h.held_during), s.cell_id, s.status
    from organisations.last_below(organisation, day, known_at) b
    join members.post h on h.organisation_id = b.organisation_id and h.held_during @> day
      and (h.superseded_at is null or h.superseded_at > known_at) and (known_at is null or h.recorded_at <= known_at)
    join members.person x on x.id = h.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.membership_as_of(day, known_at) s on s.person_id = h.person_id;
end 
$$;

drop function sources_and_targets.prospects_below(uuid, date);
create function sources_and_targets.prospects_below(organisation uuid, day date, known_at timestamptz)
returns table (prospect_id uuid, person_id uuid, cell_id uuid, full_name text, sort_key text, born_on text, opened_on date, member_status text, helper_id uuid, helper_status text, helper_cell uuid, last_remark_on date, last_certificate_on date, has_file bool) language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select p.id, p.person_id, p.cell_id, x.full_name, x.sort_key, x.born_on, p.opened_on, s.status, h.mentor_id, hs.status, hs.cell_id,
      (select max(r.written_on) from sources_and_targets.remark r where r.prospect_id = p.id and r.written_on <= day and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)),
      (select max(c.issued_on) from sources_and_targets.awareness_certificate c where c.person_id = p.person_id and c.issued_on <= day and (known_at is null or c.recorded_at <= known_at)),
      coalesce(p.applied_on <= day, false)
    from sources_and_targets.prospects_on(day, known_at) p
    join members.person x on x.id = p.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.membership_as_of(day, known_at) s on s.person_id = p.person_id
    left join sources_and_targets.mentor_assignment_known(known_at) h on h.prospect_id = p.id and h.assigned_during @> day
    left join members.membership_as_of(day, known_at) hs on hs.person_id = h.mentor_id
    where p.cell_id = any (cells) and p.opened_on <= day and (p.closed_on is null or p.closed_on > day);
end 
$$;
revoke all on function sources_and_targets.prospects_below(uuid, date, timestamptz) from public;
grant execute on function sources_and_targets.prospects_below(uuid, date, timestamptz) to dangvu_program;

drop function admission.files_below(uuid, date);
create function admission.files_below(organisation uuid, day date, known_at timestamptz)
returns table (case_id uuid, kind text, person_id uuid, cell_id uuid, full_name text, sort_key text, born_on text, stage text, stage_since date, opened_on date, cell_resolved_on date, member_status text, member_since date, helper_id uuid, helper_status text, paper_after_receipt text) language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    with file as (
      select c.id, c.kind, c.person_id, c.cell_id, c.stage, c.stage_since, c.opened_on, c.cell_resolved_on, c.mentor_id from admission.case_file c
      where known_at is null and day = access.today() and c.opened_on <= day and (c.closed_on is null or c.closed_on > day)
      union all
      -- Of another day, or as known before, the stage is the one of the last step by then.
      select c.id, c.kind, c.person_id, admission.cell_on(c.id, day, known_at), s.to_stage, s.occurred_on, c.opened_on, case when c.cell_resolved_on <= day then c.cell_resolved_on end, c.mentor_id
      from admission.case_file_known(known_at) c
      cross join lateral (select a.to_stage, a.occurred_on from admission.act a
        where a.case_id = c.id and a.occurred_on <= day and a.from_stage is distinct from a.to_stage and (known_at is null or a.recorded_at <= known_at) order by a.ordinal desc limit 1) s
      where (known_at is not null or day <> access.today()) and c.opened_on <= day
        and case when known_at is null then c.closed_on is null or c.closed_on > day else s.to_stage not in ('completed', 'closed') end
    )
    select f.id, f.kind, f.person_id, f.cell_id, x.full_name, x.sort_key, x.born_on, f.stage, f.stage_since, f.opened_on, f.cell_resolved_on,
      s.status, s.since, f.mentor_id, hs.status,
      (select min(d.type) from admission.document d where d.case_id = f.id and d.dated_on > d.received_on
        and (d.superseded_at is null or d.superseded_at > known_at) and (known_at is null or d.recorded_at <= known_at))
    from file f
    join members.person x on x.id = f.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.membership_as_of(day, known_at) s on s.person_id = f.person_id
    left join members.membership_as_of(day, known_at) hs on hs.person_id = f.mentor_id
    where f.cell_id = any (cells);
end $$;
revoke all on function admission.files_below(uuid, date, timestamptz) from public;
grant execute on function admission.files_below(uuid, date, timestamptz) to dangvu_program;

call platform.keep_former_of('member_sheet', 'supplement', 'recorded_at');
drop function member_sheet.supplements_below(uuid, date);
create function member_sheet.supplements_below(organisation uuid, day date, known_at timestamptz)
returns table (person_id uuid, year integer, due_on date, handed_in bool) language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select distinct on (s.person_id) s.person_id, c.year, c.due_on, s.state <> 'returned' and s.answered_on <= day
    from member_sheet.campaign c
    join member_sheet.supplement_known(known_at) s on s.campaign_id = c.id
    where c.due_on < day and s.person_id in (select m.person_id from members.membership_as_of(day, known_at) m join members.person x on x.id = m.person_id and x.keeper_id = any (reach) where m.cell_id = any (cells))
    order by s.person_id, c.year desc;
end 
$$;
revoke all on function member_sheet.supplements_below(uuid, date, timestamptz) from public;
grant execute on function member_sheet.supplements_below(uuid, date, timestamptz) to dangvu_program;

drop function member_sheet.dossier_keeper(uuid, date);
create function member_sheet.dossier_keeper(cell uuid, day date, known_at timestamptz default null)
returns uuid language sql stable security definer set search_path = pg_catalog as $$
  select c.ancestor_id from organisations.closure_known(known_at) c
  join organisations.version_known(known_at) v on v.organisation_id = c.ancestor_id and v.valid_during @> day
  where c.descendant_id = cell and c.valid_during @> day and c.depth >= (
    select min(g.depth + case when gv.type = 'CB_CO_SO' then 1 else 0 end) from organisations.closure_known(known_at) g
    join organisations.version_known(known_at) gv on gv.organisation_id = g.ancestor_id and gv.valid_during @> day
    where g.descendant_id = cell and g.valid_during @> day and gv.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN'))
  order by c.depth limit 1
$$;
revoke all on function member_sheet.dossier_keeper(uuid, date, timestamptz) from public;
grant execute on function member_sheet.dossier_keeper(uuid, date, timestamptz) to dangvu_program;

-- The ranges of an organisation that has ended stay readable to whoever reaches what it left.
drop policy number_range_read on cards.number_range;
create policy number_range_read on cards.number_range for select using (organisation_id in (select access.people_reach())
  or exists (select from organisations.closure c where c.ancestor_id = number_range.organisation_id and c.valid_during @> access.today() and c.descendant_id in (select access.people_reach())));
