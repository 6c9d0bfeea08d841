-- The rectification plan of an inspected organisation: one line per finding, its measures, who deliberated and reviewed it,
-- and the frozen copy that was issued. Times are written by the application.

create table rectification.plan (
    round_id        text        not null,
    organisation_id text        not null,
    state           text        not null,
    cycle           int         not null default 0, -- how often the committee has deliberated it
    divided_by      text        not null,
    divided_at      timestamptz not null,
    document_number text,
    issued_on       date,
    primary key (round_id, organisation_id),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check (state not in ('NUMBERED', 'ISSUED') or (document_number is not null and issued_on is not null))
);

-- The owners (leader, branch or office, person) stand at the finding, because work may begin before the plan exists.
create table rectification.plan_line (
    finding_id        text primary key references rectification.finding,
    round_id          text not null,
    organisation_id   text not null,
    drafter           text not null references rectification.person,
    root_cause        text,
    similar_check     text, -- 举一反三
    goal              text,
    due_on            date,
    no_now_reason     text,
    no_lasting_reason text,
    owner_reason      text,
    claimed_by        text references rectification.person,
    claimed_at        timestamptz,
    bounced_by        text references rectification.person,
    bounced_at        timestamptz,
    bounce_reason     text,
    filled_in_by      text references rectification.person, -- who entered it for the drafter (代填)
    saved_by          text references rectification.person,
    saved_at          timestamptz,
    foreign key (round_id, organisation_id) references rectification.plan,
    check ((bounced_by is null) = (bounce_reason is null)),
    check (filled_in_by is null or filled_in_by <> drafter)
);
create index plan_line_by_drafter on rectification.plan_line (round_id, organisation_id, drafter);

create table rectification.plan_measure (
    finding_id text not null references rectification.plan_line,
    position   int  not null,
    horizon    text not null check (horizon in ('NOW', 'LASTING')),
    text       text not null,
    due_on     date, -- null: the line's own limit
    primary key (finding_id, position)
);

create table rectification.opinion_answer (
    round_id        text        not null,
    organisation_id text        not null,
    number          text        not null,
    answer          text        not null,
    answered_by     text        not null,
    answered_at     timestamptz not null,
    primary key (round_id, organisation_id, number),
    foreign key (round_id, organisation_id, number) references rectification.opinion
);

create table rectification.plan_deliberation (
    round_id        text        not null,
    organisation_id text        not null,
    cycle           int         not null,
    held_on         date        not null,
    minutes_number  text        not null,
    recorded_by     text        not null,
    recorded_at     timestamptz not null,
    primary key (round_id, organisation_id, cycle),
    foreign key (round_id, organisation_id) references rectification.plan
);

create table rectification.plan_review (
    round_id        text        not null,
    organisation_id text        not null,
    cycle           int         not null,
    body            text        not null,
    verdict         text        not null check (verdict in ('AGREE', 'RETURN')),
    comment         text,
    paper_person    text, -- who signed on paper (纸面); null: recorded by the body itself
    paper_on        date,
    recorded_by     text        not null,
    recorded_at     timestamptz not null,
    primary key (round_id, organisation_id, cycle, body),
    foreign key (round_id, organisation_id, cycle) references rectification.plan_deliberation,
    check (verdict = 'AGREE' or comment is not null),
    check ((paper_person is null) = (paper_on is null))
);

-- What was issued, word by word. Later edits make a further version; no version ever changes.
create table rectification.plan_version (
    round_id        text        not null,
    organisation_id text        not null,
    version         int         not null,
    document_number text        not null,
    issued_on       date        not null,
    frozen_by       text        not null,
    frozen_at       timestamptz not null,
    primary key (round_id, organisation_id, version),
    foreign key (round_id, organisation_id) references rectification.plan
);

create table rectification.plan_version_line (
    round_id        text  not null,
    organisation_id text  not null,
    version         int   not null,
    finding_id      text  not null references rectification.finding,
    content         jsonb not null,
    primary key (round_id, organisation_id, version, finding_id),
    foreign key (round_id, organisation_id, version) references rectification.plan_version
);

create function rectification.refuse_plan_version_change() returns trigger language plpgsql as $$
begin
    raise exception 'an issued plan version never changes' using errcode = 'insufficient_privilege';
end $$;

create trigger plan_version_frozen before update or delete on rectification.plan_version
    for each row execute function rectification.refuse_plan_version_change();
create trigger plan_version_line_frozen before update or delete on rectification.plan_version_line
    for each row execute function rectification.refuse_plan_version_change();
