-- Extension of a finding's due day (row 28): asked for with a reason, decided one level above. The day that was set first
-- stays in original_due_on.

alter table rectification.finding
    add column extensions     int not null default 0, -- how many were granted
    add column extended_until date; -- the last one granted; a plan issued later does not take it back

create table rectification.extension (
    finding_id    text        not null references rectification.finding,
    number        int         not null, -- counts the finding's requests, granted or not
    reason        text        not null check (char_length(btrim(reason)) >= 15),
    former_due_on date        not null,
    new_due_on    date        not null check (new_due_on > former_due_on),
    requested_by  text        not null,
    requested_at  timestamptz not null,
    steps         int         not null check (steps between 0 and 2), -- higher than usual: late, third request
    level         text        not null check (level in ('LEADER', 'SECRETARY', 'COUNTY', 'LEADING_GROUP')),
    approved      boolean, -- null: not decided yet
    decided_by    text check (decided_by is distinct from requested_by),
    decided_at    timestamptz,
    remark        text,
    recorded_on   date, -- day of the consultation or of the Leading Group's meeting, where a body decides
    record_number text,
    primary key (finding_id, number),
    check ((decided_at is null) = (approved is null) and (decided_at is null) = (decided_by is null)),
    check (approved is null or level in ('LEADER', 'SECRETARY') or (recorded_on is not null and record_number is not null))
);
create unique index extension_one_at_a_time on rectification.extension (finding_id) where decided_at is null;
