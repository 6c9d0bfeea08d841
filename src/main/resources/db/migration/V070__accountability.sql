-- From a suggestion to an outcome. No case material: of the case itself only a reference number and an outcome are kept.

create table rectification.suggestion (
    id                    text primary key,
    round_id              text        not null,
    organisation_id       text        not null,
    finding_id            text references rectification.finding, -- null: about the organisation's rectification as a whole
    trigger               text        not null
        check (trigger in ('OVERDUE', 'RETURNED_REPEATEDLY', 'FALSIFIED', 'INEFFECTIVE', 'PERFUNCTORY')),
    occasion              text        not null, -- tells two occasions of the same trigger apart
    facts                 text        not null,
    work_reported         boolean     not null, -- whether any result had been reported by then
    raised_by             text        not null,
    raised_at             timestamptz not null,
    process_instance_id   text,
    process_definition_id text,
    shortcoming           text check (shortcoming in ('INEFFECTIVE', 'PERFUNCTORY', 'FALSIFIED')),
    severity              text check (severity in ('NEGLECT', 'DERELICTION')),
    state                 text        not null
        check (state in ('RAISED', 'DISMISSED', 'TAKEN_UP', 'EXPLAINED', 'REFERRED', 'CONCLUDED')),
    considered_by         text references rectification.person,
    considered_at         timestamptz,
    dismissal_reason      text,
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    -- Two watchers that see the same thing at the same moment make one suggestion.
    constraint suggestion_once unique nulls not distinct (round_id, organisation_id, finding_id, trigger, occasion),
    check ((state = 'RAISED') = (considered_at is null)),
    check ((state = 'DISMISSED') = (dismissal_reason is not null))
);
create index suggestion_by_finding on rectification.suggestion (finding_id) where finding_id is not null;

create table rectification.statement (
    suggestion_id    text primary key references rectification.suggestion,
    person_concerned text, -- null: the organisation speaks
    text             text        not null,
    stated_by        text        not null references rectification.person,
    stated_at        timestamptz not null
);

create table rectification.referral (
    suggestion_id text primary key references rectification.suggestion,
    referred_to   text        not null,
    facts         text        not null,
    basis         text[]      not null check (cardinality(basis) > 0),
    referred_by   text        not null references rectification.person,
    referred_at   timestamptz not null
);

create table rectification.outcome (
    suggestion_id   text primary key references rectification.referral,
    document_number text        not null,
    decided_on      date        not null,
    forms           text[]      not null check (cardinality(forms) > 0),
    recorded_by     text        not null references rectification.person,
    recorded_at     timestamptz not null
);
