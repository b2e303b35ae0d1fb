-- The same rights, asked in a form that stays cheap when the part is large. `= any (array(select …))` compares a row with the organisations
-- of the part one after the other: with nine thousand of them a join of two hundred thousand members takes minutes. `in (select …)` makes
-- a hash of them once for each statement. What a user may see and change is what it was.
alter policy person_read on members.person
  using (withdrawn_at is null and (keeper_id in (select access.people_reach()) or id = (select members.own_person_id())));
alter policy person_write on members.person with check (keeper_id in (select access.people_reach()));
alter policy person_change on members.person using (keeper_id in (select access.people_reach()));

do $$
declare t text;
begin
  foreach t in array array['membership','status'] loop
    execute format('alter policy %I on members.%I using (keeper_id in (select access.people_reach()) or person_id = (select members.own_person_id()))', t || '_read', t);
    execute format('alter policy %I on members.%I with check (keeper_id in (select access.people_reach()))', t || '_write', t);
    execute format('alter policy %I on members.%I using (keeper_id in (select access.people_reach()))', t || '_change', t);
  end loop;
end $$;
alter policy standing_read on members.standing using (keeper_id in (select access.people_reach()) or person_id = (select members.own_person_id()));
alter policy placement_read on members.placement
  using (cell_id in (select access.people_reach()) or person_id = (select members.own_person_id())
    or exists (select from members.person p where p.id = person_id));

alter policy organisation_read on organisations.organisation using (id in (select access.names_reach()));
alter policy version_read on organisations.version using (organisation_id in (select access.names_reach()));
alter policy placement_read on organisations.placement using (organisation_id in (select access.names_reach()));
alter policy committee_read on organisations.committee using (organisation_id in (select access.reach()));

alter policy prospect_read on sources_and_targets.prospect
  using (cell_id in (select access.people_reach())
    or exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
alter policy case_file_reach on admission.case_file using (
  cell_id in (select access.people_reach()) or person_id = (select members.own_person_id()));
alter policy reminder_read on reminders.reminder using (organisation_id in (select access.people_reach()));

-- Probationary members of the cells of a part: what the list of due work begins with.
create index standing_probationary on members.standing (cell_id) include (person_id, valid_during, keeper_id) where status = 'probationary';
