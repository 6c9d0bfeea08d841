-- Reports A and B, the Secretary's signature bound to their exact content, and the receipts of both recipients.

create table rectification.final_report (
    round_id        text        not null,
    organisation_id text        not null,
    edition         int         not null, -- returned after the signature: the next edition
    kind            text        not null check (kind in ('A', 'B')),
    sections        jsonb       not null, -- key -> text
    drafted_by      text        not null references rectification.person,
    drafted_at      timestamptz not null,
    deliberated_on  date,
    minutes_number  text,
    deliberated_by  text references rectification.person, -- who recorded the committee's meeting
    sealed_at       timestamptz,
    primary key (round_id, organisation_id, edition, kind),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check (sealed_at is null or (deliberated_on is not null and minutes_number is not null))
);

create table rectification.signature (
    round_id        text        not null,
    organisation_id text        not null,
    edition         int         not null,
    signed_by       text        not null references rectification.person,
    signer_name     text        not null, -- as typed by the signer
    statement       text        not null,
    content         text        not null, -- canonical JSON of both reports and the ledger's figures
    content_hash    text        not null check (content_hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of the content in UTF-8
    unfinished      int         not null,
    signed_at       timestamptz not null,
    primary key (round_id, organisation_id, edition),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);

create table rectification.delivery_receipt (
    round_id        text        not null,
    organisation_id text        not null,
    edition         int         not null,
    body            text        not null check (body in ('discipline-supervision', 'cadre-supervision')),
    receipt_number  text        not null,
    received_on     date        not null,
    received_by     text        not null references rectification.person,
    recorded_at     timestamptz not null,
    primary key (round_id, organisation_id, edition, body),
    foreign key (round_id, organisation_id, edition) references rectification.signature
);

-- A signature is given once and never edited; a sealed report is never edited either.
create function rectification.refuse_signature_change() returns trigger language plpgsql as $$
begin
    raise exception 'a signature and the reports under it are final' using errcode = 'insufficient_privilege';
end $$;

create trigger signature_final before update or delete on rectification.signature
    for each row execute function rectification.refuse_signature_change();
create trigger signature_never_emptied before truncate on rectification.signature
    for each statement execute function rectification.refuse_signature_change();
create trigger sealed_report_final before update or delete on rectification.final_report
    for each row when (old.sealed_at is not null) execute function rectification.refuse_signature_change();
