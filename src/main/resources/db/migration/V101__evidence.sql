-- What proves a result: evidence with the day it shows, measures reported one by one, parts of co-owners, claimed results.
-- Evidence and claims are append-only; what they replace is in the event trail.

alter table rectification.finding
    drop constraint finding_money_needs_voucher,
    drop column voucher,
    drop column evidence;

create table rectification.measure_report (
    id                  text        primary key,
    finding_id          text        not null references rectification.finding,
    measure_id          text, -- the plan's measure; null: one that no plan names
    horizon             text        not null check (horizon in ('NOW', 'LASTING')),
    text                text        not null, -- the measure's words when it was reported
    accountability_only boolean     not null, -- only holds people of a lower level to account (S15)
    done_on             date        not null,
    report              text, -- what was done, where more is to be said than the measure says
    done_by             text        not null,
    filled_in_by        text, -- who entered it for the doer (代填)
    reported_at         timestamptz not null,
    withdrawn_at        timestamptz,
    withdrawn_by        text,
    withdrawal_reason   text,
    check (filled_in_by is distinct from done_by),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null))
);
create index measure_report_by_finding on rectification.measure_report (finding_id, reported_at);
create unique index measure_report_once on rectification.measure_report (finding_id, measure_id) where withdrawn_at is null;

create table rectification.evidence (
    id                text        primary key,
    finding_id        text        not null references rectification.finding,
    measure_report_id text references rectification.measure_report,
    kind              text        not null,
    represents_on     date        not null, -- the day it shows; the upload time stands at the file
    file_id           text references rectification.stored_file,
    document_number   text, -- classified paper, handed in offline: only its number stands here
    given_by          text        not null,
    given_at          timestamptz not null,
    check ((file_id is null) <> (document_number is null))
);
create unique index evidence_once on rectification.evidence (finding_id, file_id);
create index evidence_by_file on rectification.evidence (file_id);

create table rectification.claim (
    id                text           primary key,
    finding_id        text           not null references rectification.finding,
    measure_report_id text references rectification.measure_report,
    attempt           int            not null, -- the result that it belongs to: one more with each return
    kind              text           not null,
    quantity          numeric(14, 2) not null check (quantity > 0),
    text              text           not null,
    file_ids          text[]         not null check (cardinality(file_ids) > 0), -- no file, no claim
    claimed_by        text           not null,
    claimed_at        timestamptz    not null
);
create index claim_by_finding on rectification.claim (finding_id);

-- One place says how a claim stands: all figures are read from here.
create view rectification.claim_standing as
select c.*, f.round_id, f.organisation_id,
       case when r.withdrawn_at is not null then 'WITHDRAWN'
            when c.measure_report_id is null and c.attempt < f.returns + 1 then 'RETURNED'
            when c.attempt <= f.returns + 1
                 and (f.state in ('STRUCK_OFF', 'LONG_TERM')
                      or f.state = 'VERIFICATION' and f.verdict = 'DONE'
                         and (not f.confirmation_needed or f.confirmed_by is not null)) then 'ACCEPTED'
            else 'CLAIMED' end as standing
  from rectification.claim c
  join rectification.finding f on f.id = c.finding_id
  left join rectification.measure_report r on r.id = c.measure_report_id;

-- 配合责任人: helps the one who leads; the result cannot be handed in while a part is open.
create table rectification.co_owner (
    finding_id     text        not null references rectification.finding,
    person_id      text        not null references rectification.person,
    part           text        not null,
    named_by       text        not null,
    named_at       timestamptz not null,
    confirmed_at   timestamptz,
    confirmation   text,
    released_at    timestamptz,
    released_by    text,
    release_reason text,
    primary key (finding_id, person_id),
    check ((confirmed_at is null) = (confirmation is null)),
    check (confirmed_at is null or released_at is null)
);
create index co_owner_by_person on rectification.co_owner (person_id);

create function rectification.refuse_proof_change() returns trigger language plpgsql as $$
begin
    raise exception 'evidence and claims are append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger evidence_append_only before update or delete on rectification.evidence
    for each row execute function rectification.refuse_proof_change();
create trigger claim_append_only before update or delete on rectification.claim
    for each row execute function rectification.refuse_proof_change();
create trigger measure_report_stays before delete on rectification.measure_report
    for each row execute function rectification.refuse_proof_change();
