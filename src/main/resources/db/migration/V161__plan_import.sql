-- A filled-in plan sheet on its way in: what was read and what would become of each row. The plan itself changes only while
-- a confirmed import goes on; what was typed is forgotten once it is over, the result stays.

create table rectification.plan_import (
    id           text        primary key,
    person_id    text        not null references rectification.person,
    round_id     text        not null references rectification.round,
    file_name    text        not null,
    sha256       text        not null,
    unchanged    int         not null, -- rows that say what the plan says already
    uploaded_at  timestamptz not null,
    confirmed_at timestamptz,
    ended_at     timestamptz,
    abandoned    boolean     not null default false, -- ended by the person before every row was done
    check (not abandoned or ended_at is not null)
);
create index plan_import_by_person on rectification.plan_import (person_id, round_id);

create table rectification.plan_import_row (
    import_id   text not null references rectification.plan_import on delete cascade,
    position    int  not null,
    sheet_row   int  not null,
    finding_id  text,
    label       text not null,
    outcome     text not null check (outcome in ('INVALID', 'CHANGED_MEANWHILE', 'READY', 'SAVED', 'REFUSED')),
    problems    jsonb not null, -- [{column, message}]
    changes     jsonb not null, -- [{label, before, after}]
    entry       jsonb, -- what is to be saved; null once it was, or never can be
    fingerprint text,
    groups      int[] not null default '{}',
    primary key (import_id, position),
    check (outcome <> 'READY' or (finding_id is not null and entry is not null and fingerprint is not null))
);
