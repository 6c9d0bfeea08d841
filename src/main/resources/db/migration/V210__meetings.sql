-- One record, one scan and one standing per branch; what was handed in before stays beside what counts now.
alter table rectification.thematic_meeting
    drop constraint thematic_meeting_round_id_organisation_id_village_code_key,
    add column chair        text,
    add column attendance   int check (attendance > 0),
    add column scan_file    text references rectification.stored_file,
    add column on_behalf_of text, -- the branch secretary for whom somebody else filled in (代填)
    -- SUBMITTED: waits for the one level above; ACCEPTED: counts; RETURNED: to be handed in again
    add column standing     text not null default 'ACCEPTED' check (standing in ('SUBMITTED', 'ACCEPTED', 'RETURNED')),
    add column decided_by   text references rectification.person,
    add column decided_at   timestamptz,
    add column decision     text,
    add constraint thematic_meeting_returned_with_a_reason check (standing <> 'RETURNED' or decision is not null);
alter table rectification.thematic_meeting alter column standing drop default;
create unique index thematic_meeting_counts on rectification.thematic_meeting (round_id, organisation_id, village_code)
    nulls not distinct where standing <> 'RETURNED';

-- 对照检查材料: who of the township's team owes one. The texts are for the member, the Secretary and supervising bodies.
create table rectification.comparison_duty (
    id              text        primary key,
    round_id        text        not null,
    organisation_id text        not null,
    member_id       text        not null references rectification.person,
    opened_at       timestamptz not null,
    excuse          text, -- why there is none
    excused_by      text references rectification.person,
    excused_at      timestamptz,
    unique (round_id, organisation_id, member_id),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check ((excuse is null) = (excused_by is null) and (excuse is null) = (excused_at is null))
);

create table rectification.comparison_text (
    duty_id    text        not null references rectification.comparison_duty,
    version    int         not null,
    content    text        not null, -- JSON, exactly what was hashed
    sha256     text        not null,
    written_at timestamptz not null,
    primary key (duty_id, version)
);

-- 批评意见清单: what the member was told at the meeting.
create table rectification.comparison_criticism (
    duty_id    text        not null references rectification.comparison_duty,
    position   int         not null,
    critic     text        not null,
    content    text        not null,
    written_at timestamptz not null,
    primary key (duty_id, position)
);

create function rectification.refuse_comparison_change() returns trigger language plpgsql as $$
begin
    raise exception 'comparison texts are append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger comparison_text_append_only before update or delete on rectification.comparison_text
    for each row execute function rectification.refuse_comparison_change();
create trigger comparison_text_never_emptied before truncate on rectification.comparison_text
    for each statement execute function rectification.refuse_comparison_change();
create trigger comparison_criticism_append_only before update or delete on rectification.comparison_criticism
    for each row execute function rectification.refuse_comparison_change();
create trigger comparison_criticism_never_emptied before truncate on rectification.comparison_criticism
    for each statement execute function rectification.refuse_comparison_change();
select rectification.keep_rows('comparison_duty');

alter table rectification.draft drop constraint draft_subject_check,
    add constraint draft_subject_check check (subject in ('TASK', 'PLAN_LINE', 'COMPARISON'));
