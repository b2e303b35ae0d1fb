-- Most who came from a list have no day of decision, and nobody looks for those without one.
drop index members.membership_decided;
create index membership_decided on members.membership (decided_on) where decided_on is not null and superseded_at is null;
