-- The core of the ledger: people and their duties, rounds with their inspected organisations, findings, and the event trail.
-- All times are written by the application (one clock, Asia/Shanghai); the database never supplies "now".

-- People ------------------------------------------------------------------------------------------------------------

create table rectification.organisation (
    id   text primary key check (id ~ '^[a-z0-9-]{1,48}$'), -- also the engine's tenant id
    name text not null
);

create table rectification.person (
    id              text primary key, -- the login, also the engine's user id
    name            text    not null,
    office          text    not null, -- e.g. 副镇长
    organisation_id text references rectification.organisation, -- null: county supervisors
    active          boolean not null default true
);

-- Who holds which duty where. A county supervisor's duty has no organisation; a village's duties name the village.
create table rectification.duty (
    id              bigint generated always as identity primary key,
    person_id       text not null references rectification.person,
    organisation_id text references rectification.organisation,
    role            text not null,
    village_code    text, -- VILLAGE_LEADER, VILLAGE_CONTACT, VILLAGE_SECRETARY
    area            text, -- portfolio of a LEADERSHIP_MEMBER, or work field of a RESPONSIBLE_PERSON
    since           date not null,
    until           date
);
create index duty_by_person on rectification.duty (person_id);
create index duty_by_organisation on rectification.duty (organisation_id, role);

-- Rounds ------------------------------------------------------------------------------------------------------------

create table rectification.round (
    id                         text primary key,
    round_number               text        not null,
    batch                      text        not null,
    inspection_team            text        not null,
    inspected_from             date        not null,
    inspected_to               date        not null,
    leading_group_heard_on     date        not null,
    five_person_group_heard_on date        not null,
    profile                    text        not null,
    content_hash               text        not null, -- SHA-256 of the canonical content: the same start twice is one round
    process_instance_id        text,
    registered_at              timestamptz not null,
    registered_by              text        not null,
    leading_group_hearing      jsonb, -- how the Leading Group heard the summary, once it did
    constraint round_unique unique (round_number, batch, inspection_team)
);

create table rectification.inspected_organisation (
    round_id         text not null references rectification.round,
    organisation_id  text not null references rectification.organisation,
    position         int  not null,
    name             text not null,
    inspected_from   date not null,
    inspected_to     date not null,
    inspection_team  text not null,
    feedback_on      date not null, -- planned day of the feedback meeting, day 0
    complete_by      date not null,
    feedback_number  text,
    hearing_required boolean not null, -- whether the profile holds a joint hearing (S35)
    -- Milestones in the order in which they may be reached; null: not yet.
    feedback_held_at timestamptz, -- until then the organisation sees nothing of the round
    plan_issued_at   timestamptz,
    hearing_held_at  timestamptz,
    signed_at        timestamptz,
    published_at     timestamptz,
    evaluated_at     timestamptz,
    archived_at      timestamptz,
    primary key (round_id, organisation_id)
);
create index inspected_organisation_by_organisation on rectification.inspected_organisation (organisation_id);

create table rectification.village (
    round_id        text not null,
    organisation_id text not null,
    code            text not null,
    position        int  not null,
    name            text not null,
    inspection      text not null check (inspection in ('COVERED', 'PINPOINT')),
    primary key (round_id, organisation_id, code),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);

create table rectification.opinion (
    round_id        text not null,
    organisation_id text not null,
    number          text not null,
    position        int  not null,
    text            text not null,
    primary key (round_id, organisation_id, number),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);

-- Findings ----------------------------------------------------------------------------------------------------------

create table rectification.sub_ledger (
    id              text primary key,
    round_id        text not null,
    organisation_id text not null,
    village_code    text, -- null: the township's own list
    part            int  not null, -- a list above 100 findings is kept in several parts
    position        int  not null,
    settled_at      timestamptz,
    unique nulls not distinct (round_id, organisation_id, village_code, part),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);

create table rectification.finding (
    id                      text primary key,
    round_id                text    not null,
    organisation_id         text    not null,
    sub_ledger_id           text    not null references rectification.sub_ledger,
    position                int     not null,
    number                  text    not null,
    title                   text    not null,
    level                   text    not null check (level in ('TOWN', 'VILLAGE')),
    village_code            text,
    area                    text    not null,
    aspect                  text,
    source                  text    not null,
    origin_date             date,
    origin_number           text,
    problem                 text    not null,
    opinion                 text    not null,
    immediate               boolean not null,
    immediate_notice_on     date,
    immediate_notice_number text,
    key_concern             boolean not null,
    special                 text[]  not null default '{}',
    addressee               text    not null,
    topic                   text    not null,
    -- Life
    state                   text    not null,
    responsible_leader      text references rectification.person,
    responsible_branch      text,
    responsible_person      text references rectification.person,
    due_on                  date    not null,
    original_due_on         date    not null,
    baseline                boolean not null default false, -- stands in the issued plan: only then can it be struck off
    reviewer                text, -- who reviewed the result in hand
    doer                    text, -- who reported the result in hand
    filled_in_by            text, -- who entered it for somebody else (代填)
    result                  text,
    returns                 int     not null default 0,
    verdict                 text,
    verified_by             text,
    struck_off_at           timestamptz,
    continued_until         date,
    next_review_on          date, -- LONG_TERM: when it is looked at again
    recurrence_of           text references rectification.finding,
    version                 int     not null,
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check ((level = 'VILLAGE') = (village_code is not null)),
    check ((state = 'STRUCK_OFF') = (struck_off_at is not null)),
    check (state <> 'STRUCK_OFF' or (baseline and verdict = 'DONE' and verified_by is not null)),
    -- Whoever worked on, entered or reviewed a result never verifies it: the last line of defence.
    check (verified_by is null or (verified_by is distinct from doer and verified_by is distinct from reviewer
        and verified_by is distinct from filled_in_by)),
    unique nulls not distinct (round_id, organisation_id, village_code, number)
);
create index finding_by_sub_ledger on rectification.finding (sub_ledger_id, position);
create index finding_by_case on rectification.finding (round_id, organisation_id, state);

-- The event trail -----------------------------------------------------------------------------------------------------

create table rectification.event (
    id              bigint generated always as identity primary key,
    at              timestamptz not null,
    actor           text        not null, -- login, or 'system' for the clock's own acts
    round_id        text        not null,
    organisation_id text,
    finding_id      text,
    kind            text        not null,
    before          jsonb,
    after           jsonb,
    note            text
);
create index event_by_finding on rectification.event (finding_id, id) where finding_id is not null;
create index event_by_case on rectification.event (round_id, organisation_id, id);

create function rectification.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the event trail is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger event_append_only before update or delete on rectification.event
    for each row execute function rectification.refuse_change();
create trigger event_never_emptied before truncate on rectification.event
    for each statement execute function rectification.refuse_change();
