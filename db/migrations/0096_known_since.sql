-- On both clocks a badge is known only since its decision was entered, not since it was proposed.

alter table lifecycle.badge add column given_recorded_at timestamptz;
update lifecycle.badge b set given_recorded_at = (
  select min(e.recorded_at) from audit.entry e where e.subject_type = 'badge' and e.subject_id = b.id::text and e.event = 'lifecycle.badgeAwarded')
where b.state in ('awarded', 'revoked') and b.ground <> 'takenOver';
comment on column lifecycle.badge.given_recorded_at is 'When the decision on a proposal was entered. Null of a badge that was entered as given: known since recorded_at.';
grant update (given_recorded_at) on lifecycle.badge to dangvu_program;

-- The same of what came of a lost card.
alter table cards.loss add column concluded_recorded_at timestamptz;
update cards.loss l set concluded_recorded_at = coalesce(
  (select min(e.recorded_at) from audit.entry e where e.subject_type = 'card' and e.subject_id = l.card_id::text and e.event = 'cards.lossConcluded' and e.facts ->> 'lossId' = l.id::text), l.recorded_at)
where l.outcome is not null;
comment on column cards.loss.concluded_recorded_at is 'When the conclusion was entered.';
grant update (concluded_recorded_at) on cards.loss to dangvu_program;
