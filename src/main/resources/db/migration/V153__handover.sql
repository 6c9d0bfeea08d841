-- 工作交接: what passes from one person to another, confirmed by both; a paper stands for whoever cannot confirm any more.

create table rectification.handover (
    id                  text        primary key,
    organisation_id     text        not null references rectification.organisation,
    from_id             text        not null references rectification.person,
    to_id               text        not null references rectification.person,
    reason              text        not null,
    on_paper            boolean     not null, -- whoever hands over has left already
    started_by          text        not null,
    started_at          timestamptz not null,
    content             jsonb, -- what passed, word by word, as both confirmed it
    handed_over_by      text, -- who confirmed, or recorded the paper
    handed_over_at      timestamptz,
    paper_person        text,
    paper_on            date,
    sheet_file          text, -- the scanned hand-over sheet
    taken_over_at       timestamptz,
    refused_reason      text,
    in_office_from      date, -- first day of the successor
    process_instance_id text,
    check (from_id <> to_id),
    check (not on_paper or handed_over_at is null or (paper_person is not null and paper_on is not null and sheet_file is not null)),
    check (in_office_from is null or (handed_over_at is not null and taken_over_at is not null and content is not null)),
    check (refused_reason is null or in_office_from is null)
);
-- One at a time from the same person.
create unique index handover_one_at_a_time on rectification.handover (from_id)
    where in_office_from is null and refused_reason is null;
create index handover_by_organisation on rectification.handover (organisation_id, started_at);
