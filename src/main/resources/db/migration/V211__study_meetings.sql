-- Register of study and deployment meetings (S29). A correction is a row of its own that names the one it replaces.
create table rectification.study_meeting (
    id                text        primary key,
    round_id          text        not null,
    organisation_id   text        not null,
    kind              text        not null check (kind in ('STUDY', 'COMMITTEE', 'LEADING_GROUP')),
    held_on           date        not null,
    topic             text        not null,
    chair             text        not null,
    attendance        int         not null check (attendance > 0),
    minutes_file      text references rectification.stored_file,
    finding_ids       text[]      not null default '{}',
    corrects          text unique references rectification.study_meeting,
    correction_reason text,
    withdrawn         boolean     not null default false, -- the correction says that there was no such meeting
    recorded_by       text        not null references rectification.person,
    recorded_at       timestamptz not null,
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check ((corrects is null) = (correction_reason is null)),
    check (not withdrawn or corrects is not null)
);
create index study_meeting_by_case on rectification.study_meeting (round_id, organisation_id, held_on);

create function rectification.refuse_study_change() returns trigger language plpgsql as $$
begin
    raise exception 'the register of study meetings is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger study_meeting_append_only before update or delete on rectification.study_meeting
    for each row execute function rectification.refuse_study_change();
create trigger study_meeting_never_emptied before truncate on rectification.study_meeting
    for each statement execute function rectification.refuse_study_change();
