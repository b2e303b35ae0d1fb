-- Reasons of a return stand in the order in which they were given; identifiers made in one millisecond have none.
alter table admission.return_reason add column ordinal int not null default 1;
update admission.return_reason r set ordinal = n.ordinal from (select id, row_number() over (partition by return_id order by id) as ordinal from admission.return_reason) n where n.id = r.id;
