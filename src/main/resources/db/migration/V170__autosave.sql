-- What people are typing: one draft per person and task, or per person and plan line. Nobody reads another's; a draft
-- goes when its task is done, is taken away from the person, or is gone. Not part of the record: no trail, no history.
create table rectification.draft (
    person_id  text        not null,
    subject    text        not null check (subject in ('TASK', 'PLAN_LINE')),
    subject_id text        not null, -- id of the task, or of the finding whose line it is
    entry      text        not null check (octet_length(entry) <= 524288),
    saved_at   timestamptz not null,
    primary key (subject_id, person_id, subject)
);
create index draft_by_age on rectification.draft (person_id, saved_at);
