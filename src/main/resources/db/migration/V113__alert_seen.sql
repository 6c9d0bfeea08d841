-- Alerts of a third return or a false claim stay before the Secretary until seen (S31).
create table rectification.warning_seen (
    warning_id bigint      not null references rectification.warning,
    person_id  text        not null references rectification.person,
    remark     text, -- what the Secretary directed (批示)
    seen_at    timestamptz not null,
    primary key (warning_id, person_id)
);
