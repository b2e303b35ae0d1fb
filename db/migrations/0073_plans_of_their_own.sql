-- Counts of people followed are planned for the organisation and the moment asked about: a plan for all of them reads every row.
alter function sources_and_targets.prospects_by_cell(uuid, date, int, timestamptz) set plan_cache_mode = force_custom_plan;
alter function sources_and_targets.targets_below(uuid, date, timestamptz) set plan_cache_mode = force_custom_plan;
alter function sources_and_targets.followed_by_cell(uuid, date, int, uuid[], timestamptz) set plan_cache_mode = force_custom_plan;
drop function sources_and_targets.followings_ended(uuid, date, date);
