-- Independent verification beyond one attempt, visits to villages with one signed sheet, and what a verdict on site rests on.

alter table rectification.finding
    add column earlier_workers   text[] not null default '{}', -- who did or entered results that came back
    add column earlier_reviewers text[] not null default '{}', -- who reviewed them
    add column returned_as       text, -- who sent it back and with which verdict, as people read it
    add constraint finding_verifier_never_had_a_hand check (verified_by is null
        or not verified_by = any (earlier_workers || earlier_reviewers)),
    add constraint finding_confirmer_never_had_a_hand check (confirmed_by is null
        or not confirmed_by = any (earlier_workers || earlier_reviewers));

-- One visit of the verifying body to a village on a day: one list, one signed sheet (R3, R4).
create table rectification.visit (
    id              text        primary key,
    round_id        text        not null,
    organisation_id text        not null,
    village_code    text        not null,
    number          int         not null, -- counted per organisation
    planned_on      date        not null,
    planned_by      text        not null,
    planned_at      timestamptz not null,
    visited_on      date,
    participants    text, -- who signed on site
    sheet_file      text, -- the scan of the signed sheet
    signed_by       text, -- who handed it in
    signed_at       timestamptz,
    cancelled_at    timestamptz,
    cancel_reason   text,
    unique (round_id, organisation_id, number),
    foreign key (round_id, organisation_id, village_code) references rectification.village,
    check ((sheet_file is null) = (visited_on is null) and (sheet_file is null) = (signed_at is null)
        and (sheet_file is null) = (participants is null) and (sheet_file is null) = (signed_by is null)),
    check (cancelled_at is null or (sheet_file is null and cancel_reason is not null))
);

create table rectification.visit_finding (
    visit_id   text not null references rectification.visit,
    finding_id text not null references rectification.finding,
    position   int  not null,
    attempt    int  not null, -- how often it had been returned when it was put on the list
    active     boolean not null default true, -- false: the visit did not take place
    primary key (visit_id, finding_id)
);
-- A result in hand stands on one list only.
create unique index visit_finding_once on rectification.visit_finding (finding_id, attempt) where active;

create table rectification.site_check (
    finding_id      text        not null references rectification.finding,
    attempt         int         not null,
    visit_id        text references rectification.visit,
    no_sheet_reason text,
    verdict         text        not null,
    reason          text        not null,
    verified_by     text        not null,
    verified_at     timestamptz not null,
    primary key (finding_id, attempt),
    check ((visit_id is null) <> (no_sheet_reason is null))
);
