-- What the round's own processes record: its process, the feedback meeting, receipts, liaison contacts, the archive.

alter table rectification.round add column process_definition_id text;

create table rectification.feedback_meeting (
    round_id        text not null,
    organisation_id text not null,
    held_on         date not null,
    place           text not null,
    host            text not null, -- who gave the feedback on behalf of the Leading Group (S04)
    attendance      text not null,
    recorded_by     text not null,
    recorded_at     timestamptz not null,
    primary key (round_id, organisation_id),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);

-- Who signed for the feedback and when: the Secretary, the team, each village.
create table rectification.feedback_receipt (
    round_id        text not null,
    organisation_id text not null,
    recipient       text not null check (recipient in ('SECRETARY', 'TEAM', 'VILLAGE')),
    village_code    text,
    received_on     date not null,
    received_by     text not null,
    statement       text, -- the Secretary's statement on the feedback (表态发言)
    recorded_by     text not null,
    recorded_at     timestamptz not null,
    unique nulls not distinct (round_id, organisation_id, recipient, village_code),
    check ((recipient = 'VILLAGE') = (village_code is not null)),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);

-- With whom the township keeps in touch at the supervising bodies (S33).
create table rectification.liaison_contact (
    round_id        text not null,
    organisation_id text not null,
    body            text not null check (body in ('INSPECTION_OFFICE', 'DISCIPLINE_SUPERVISION', 'CADRE_SUPERVISION')),
    office          text not null,
    contact         text not null,
    phone           text not null,
    primary key (round_id, organisation_id, body),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);

create table rectification.archive (
    round_id        text not null,
    organisation_id text not null,
    archive_number  text not null,
    note            text,
    confirmed_by    text not null,
    confirmed_at    timestamptz not null,
    primary key (round_id, organisation_id),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);
