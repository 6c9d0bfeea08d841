-- Plan lines that can be checked: measures keep their identity while the line is rewritten, and what was looked for
-- elsewhere is a number.

alter table rectification.plan_measure
    drop constraint plan_measure_pkey,
    add column id                  text,
    add column accountability_only boolean not null default false; -- only holds subordinates to account (S15)
update rectification.plan_measure set id = gen_random_uuid()::text;
alter table rectification.plan_measure
    add primary key (id),
    -- Checked at the end: measures of a line change places.
    add constraint plan_measure_place unique (finding_id, position) deferrable initially deferred;

alter table rectification.plan_line
    add column similar_checked int check (similar_checked >= 0), -- 举一反三: how many were looked at
    add column similar_found   int check (similar_found >= 0),
    add constraint plan_line_found_among_checked check (similar_found <= similar_checked);
