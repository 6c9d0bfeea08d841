-- The supervised period between feedback and signature: half-month reports, the joint hearing, thematic meetings.

create table rectification.progress_report (
    round_id        text not null,
    organisation_id text not null,
    number          int  not null,
    due_on          date not null,
    -- DUE: owed; PAST: its day lay before the feedback was recorded; MERGED: the final reports stand for it;
    -- REPLACED: the final reports were signed before its day came.
    standing        text not null check (standing in ('DUE', 'PAST', 'MERGED', 'REPLACED')),
    opened_at       timestamptz,
    figures         jsonb, -- the ledger at the moment of preparation
    content         text,
    prepared_by     text references rectification.person,
    prepared_at     timestamptz,
    returns         int  not null default 0,
    return_reason   text,
    approved_by     text references rectification.person,
    approved_at     timestamptz,
    primary key (round_id, organisation_id, number),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check (standing = 'DUE' or opened_at is null),
    check (prepared_at is null or opened_at is not null),
    check (approved_at is null or prepared_at is not null)
);

create table rectification.report_receipt (
    round_id        text        not null,
    organisation_id text        not null,
    number          int         not null,
    body            text        not null check (body in ('discipline-supervision', 'cadre-supervision')),
    received_by     text        not null references rectification.person,
    received_at     timestamptz not null,
    remark          text,
    primary key (round_id, organisation_id, number, body),
    foreign key (round_id, organisation_id, number) references rectification.progress_report
);

create table rectification.hearing (
    round_id        text        not null,
    organisation_id text        not null,
    planned_on      date        not null,
    place           text        not null,
    addressees      text[]      not null check (cardinality(addressees) = 3), -- S35 names three bodies, no more, no fewer
    invited_by      text        not null references rectification.person,
    invited_at      timestamptz not null,
    advice          text, -- what judge-progress advised before the bodies spoke; never their conclusion
    advice_reason   text,
    held_on         date,
    minutes_number  text,
    opinions        jsonb, -- body -> opinion
    figures         jsonb, -- the ledger at the moment of recording
    recorded_by     text references rectification.person,
    recorded_at     timestamptz,
    primary key (round_id, organisation_id),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check (recorded_at is null or (held_on is not null and minutes_number is not null and opinions is not null))
);

create table rectification.hearing_gap (
    round_id        text not null,
    organisation_id text not null,
    position        int  not null,
    description     text not null,
    disposition     text not null check (disposition in ('FOLLOW_UP', 'DECLINED')),
    due_on          date, -- of a follow-up
    reason          text, -- of a no
    outcome         text, -- what became of a follow-up
    primary key (round_id, organisation_id, position),
    foreign key (round_id, organisation_id) references rectification.hearing,
    check ((disposition = 'FOLLOW_UP') = (due_on is not null)),
    check ((disposition = 'DECLINED') = (reason is not null))
);

create table rectification.thematic_meeting (
    id              bigint generated always as identity primary key,
    round_id        text        not null,
    organisation_id text        not null,
    village_code    text, -- null: the township's 专题民主生活会
    held_on         date,
    record          text,
    reason          text, -- why none was held
    recorded_by     text        not null references rectification.person,
    recorded_at     timestamptz not null,
    unique nulls not distinct (round_id, organisation_id, village_code),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    foreign key (round_id, organisation_id, village_code) references rectification.village,
    check ((held_on is not null and record is not null) <> (reason is not null))
);
