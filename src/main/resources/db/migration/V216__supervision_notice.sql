-- Supervision notices (S36): 督办函 from a county body to a township, 督办通知 from the township to a village.
create table rectification.supervision_notice (
    id                  text primary key,
    round_id            text        not null,
    organisation_id     text        not null,
    number              int         not null, -- within its case
    village_code        text, -- null: to the township's party committee
    sender              text        not null check (sender in ('DISCIPLINE_SUPERVISION', 'CADRE_SUPERVISION',
                            'INSPECTION_OFFICE', 'TOWNSHIP_DISCIPLINE', 'PARTY_SECRETARY')),
    document_number     text,
    title               text        not null,
    demand              text        not null,
    reply_due_on        date        not null,
    to_secretary        boolean     not null default false, -- raised: the Secretary replies in person
    state               text        not null check (state in ('WAITING', 'ANSWERED', 'RAISED', 'ACCEPTED', 'TAKEN_UP',
                            'WITHDRAWN')),
    since               timestamptz not null, -- of the state
    raised_from         text references rectification.supervision_notice, -- a village's notice that the county took up
    request_hash        text        not null,
    sent_by             text        not null references rectification.person,
    sent_at             timestamptz not null,
    sent_on             date        not null, -- the same day in Asia/Shanghai
    process_instance_id text,
    process_definition_id text,
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    unique (round_id, organisation_id, number),
    check ((sender in ('TOWNSHIP_DISCIPLINE', 'PARTY_SECRETARY')) = (village_code is not null)),
    check (not to_secretary or village_code is null)
);
-- Sent twice on one day, a notice is one.
create unique index supervision_notice_once on rectification.supervision_notice
    (round_id, organisation_id, sender, sent_on, request_hash) where state <> 'WITHDRAWN';
create unique index supervision_notice_document on rectification.supervision_notice
    (round_id, organisation_id, sender, document_number) where document_number is not null and state <> 'WITHDRAWN';

create table rectification.supervision_notice_finding (
    notice_id  text not null references rectification.supervision_notice,
    finding_id text not null references rectification.finding,
    primary key (notice_id, finding_id)
);
create index supervision_notice_by_finding on rectification.supervision_notice_finding (finding_id);

create table rectification.supervision_reply (
    id           bigint generated always as identity primary key,
    notice_id    text        not null references rectification.supervision_notice,
    text         text        not null,
    on_behalf_of text, -- name of the branch secretary for whom somebody filled in
    due_on       date        not null, -- the day by which it was asked for
    replied_by   text        not null references rectification.person,
    replied_at   timestamptz not null,
    decision     text check (decision in ('ACCEPT', 'RETURN', 'RAISE')), -- null: the sender has not looked at it yet
    reason       text,
    decided_by   text references rectification.person,
    decided_at   timestamptz,
    check ((decision is null) = (decided_at is null)),
    check (decision is null or decision = 'ACCEPT' or reason is not null)
);
create index supervision_reply_by_notice on rectification.supervision_reply (notice_id, id);

create table rectification.supervision_reply_file (
    reply_id bigint not null references rectification.supervision_reply,
    file_id  text   not null references rectification.stored_file,
    primary key (reply_id, file_id)
);

-- What the sender or the level above did about a notice besides judging a reply.
create table rectification.supervision_change (
    id         bigint generated always as identity primary key,
    notice_id  text        not null references rectification.supervision_notice,
    kind       text        not null check (kind in ('MOVED', 'RAISED', 'TAKEN_UP', 'GIVEN_BACK', 'WITHDRAWN')),
    reason     text,
    due_before date        not null,
    due_after  date        not null,
    made_by    text        not null references rectification.person,
    made_at    timestamptz not null,
    check (kind = 'TAKEN_UP' or reason is not null)
);
create index supervision_change_by_notice on rectification.supervision_change (notice_id, id);

select rectification.keep_rows('supervision_notice', 'supervision_notice_finding', 'supervision_reply',
    'supervision_reply_file', 'supervision_change');
