-- An index that guards against overlap reads longer than the plain one of the person or organisation, but the planner takes it for the quicker. The condition is written so that no question about
-- standing rows is answered through it; it holds of the same rows.
alter table members.status drop constraint status_no_overlap,
  add constraint status_no_overlap exclude using gist (person_id with =, valid_during with &&) where (coalesce(superseded_at, 'infinity') = 'infinity');
alter table members.placement drop constraint placement_one_cell_a_day,
  add constraint placement_one_cell_a_day exclude using gist (person_id with =, valid_during with &&) where (coalesce(superseded_at, 'infinity') = 'infinity');
alter table organisations.version drop constraint version_no_overlap,
  add constraint version_no_overlap exclude using gist (organisation_id with =, valid_during with &&) where (coalesce(superseded_at, 'infinity') = 'infinity');
