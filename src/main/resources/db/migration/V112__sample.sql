-- 市级抽查: which struck-off findings the county looks at again. A draw keeps its seed and what it was drawn from, so that
-- anybody can draw again and finds the same.

create table rectification.county_sample (
    id              text        primary key,
    round_id        text        not null,
    organisation_id text        not null,
    number          int         not null,
    seed            text        not null check (seed ~ '^[0-9a-f]{16}$'),
    drawn_by        text        not null,
    drawn_at        timestamptz not null,
    unique (round_id, organisation_id, number),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);

create table rectification.county_sample_finding (
    finding_id  text primary key references rectification.finding, -- each struck-off finding is drawn from once
    sample_id   text    not null references rectification.county_sample,
    position    int     not null, -- order of the ledger
    draw_key    text    not null, -- village and number: what is hashed together with the seed
    rule        text    not null check (rule in ('ALL', 'TEN_PERCENT')),
    pin_point   boolean not null,
    drawn       boolean not null,
    outcome     text check (outcome in ('HOLDS', 'NOT_HOLDING', 'FALSIFIED')),
    remark      text,
    looked_on   date,
    looked_by   text,
    recorded_at timestamptz,
    consequence text, -- id of the recurrence or of the accountability suggestion that followed
    unique (sample_id, position),
    check (drawn or outcome is null),
    check ((outcome is null) = (looked_by is null) and (outcome is null) = (looked_on is null)
        and (outcome is null) = (remark is null) and (outcome is null) = (recorded_at is null))
);
create index county_sample_finding_by_sample on rectification.county_sample_finding (sample_id, position);
