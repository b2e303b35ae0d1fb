comment on table data_quality.month_count is 'Facts that each rule checked, called wrong, and that were set aside, of all below an organisation: at the end of a month as known then, counted anew every night, and of today below a large top. Never told without its moment.';
-- Looked up once in a hashed set, not along the whole part for every row.
alter policy month_count_read on data_quality.month_count using (organisation_id in (select access.reach()));
