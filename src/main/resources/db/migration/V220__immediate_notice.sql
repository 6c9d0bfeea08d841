-- 立行立改: what the notice asks for stays beside the plan's own limit, and what came of it so far is on record.
alter table rectification.finding
    add column immediate_due_on    date, -- the notice's day, or the profile's where it names none
    add column immediate_result    text check (char_length(immediate_result) between 1 and 1000),
    add column immediate_result_on date, -- the day that the result tells of
    add constraint finding_notice_only_if_immediate check (immediate or (immediate_due_on is null
        and immediate_result is null and immediate_result_on is null)),
    add constraint finding_immediate_result_dated check ((immediate_result is null) = (immediate_result_on is null));

update rectification.finding set immediate_due_on = original_due_on where immediate;
