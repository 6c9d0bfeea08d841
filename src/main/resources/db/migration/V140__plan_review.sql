-- The plan before committee and reviewing bodies: minutes as a file, what exactly was submitted each time, comments line by
-- line with their answers; and after issue every further version, each bound to its content by a hash.

alter table rectification.plan_deliberation
    alter column minutes_number drop not null,
    add column minutes_file text, -- null only for meetings recorded before files were kept
    add column paper_person text, -- who signed the minutes (纸面)
    add column paper_on     date,
    add constraint plan_deliberation_paper check ((paper_person is null) = (paper_on is null));

-- Submissions -------------------------------------------------------------------------------------------------------

alter table rectification.plan
    add column submission int not null default 0; -- how often it went to the joint review
update rectification.plan set submission = cycle;

create table rectification.plan_submission (
    round_id        text        not null,
    organisation_id text        not null,
    submission      int         not null,
    cycle           int         not null, -- the deliberation that stands behind it
    reviewers       text[]      not null, -- bodies that review it
    review_due_on   date        not null, -- due at 24:00 of the day
    summary         text,                 -- what was revised, in the clerk's words; null: the first time
    hash            text        not null,
    submitted_by    text        not null,
    submitted_at    timestamptz not null,
    primary key (round_id, organisation_id, submission),
    foreign key (round_id, organisation_id, cycle) references rectification.plan_deliberation
);

create table rectification.plan_submission_line (
    round_id        text  not null,
    organisation_id text  not null,
    submission      int   not null,
    finding_id      text  not null references rectification.finding,
    content         jsonb not null,
    primary key (round_id, organisation_id, submission, finding_id),
    foreign key (round_id, organisation_id, submission) references rectification.plan_submission
);

-- Plans that went to review before submissions were kept: the numbers stay, the words of that day are not known.
insert into rectification.plan_submission
    select d.round_id, d.organisation_id, d.cycle, d.cycle,
           array(select r.body from rectification.plan_review r
                  where r.round_id = d.round_id and r.organisation_id = d.organisation_id and r.cycle = d.cycle),
           d.held_on + 7, null, '', d.recorded_by, d.recorded_at
      from rectification.plan_deliberation d;

-- Reviews and comments ------------------------------------------------------------------------------------------------

alter table rectification.plan_review rename column cycle to submission;
alter table rectification.plan_review
    drop constraint plan_review_round_id_organisation_id_cycle_fkey,
    drop constraint plan_review_check, -- a return may be explained line by line instead
    add column paper_file text,
    add constraint plan_review_of_submission foreign key (round_id, organisation_id, submission)
        references rectification.plan_submission;

create table rectification.plan_comment (
    id              bigint generated always as identity primary key,
    round_id        text not null,
    organisation_id text not null,
    submission      int  not null,
    body            text not null,
    finding_id      text references rectification.finding, -- null: about the plan as a whole
    field           text, -- null: about the line as a whole
    text            text not null,
    adopted         boolean, -- null: not answered yet
    reason          text, -- why not adopted, or how
    answered_by     text,
    answered_at     timestamptz,
    foreign key (round_id, organisation_id, submission, body) references rectification.plan_review,
    check (field is null or finding_id is not null),
    check (num_nulls(adopted, answered_by, answered_at) in (0, 3)),
    check (adopted is distinct from false or reason is not null)
);
create index plan_comment_by_review on rectification.plan_comment (round_id, organisation_id, submission, body);

insert into rectification.plan_comment (round_id, organisation_id, submission, body, text)
    select round_id, organisation_id, submission, body, comment from rectification.plan_review where verdict = 'RETURN';

-- Versions ------------------------------------------------------------------------------------------------------------

create table rectification.plan_amendment (
    id              text        primary key,
    round_id        text        not null,
    organisation_id text        not null,
    state           text        not null
        check (state in ('DRAWN_UP', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'EFFECTIVE')),
    reason          text        not null,
    base_version    int         not null, -- the version that it amends
    changes         jsonb, -- the lines as they shall be, by finding
    meeting         jsonb, -- the committee's meeting, where measures, goals or limits change
    started_by      text        not null,
    started_at      timestamptz not null,
    submitted_by    text,
    submitted_at    timestamptz,
    decided_by      text check (decided_by is distinct from submitted_by),
    decided_at      timestamptz,
    remark          text, -- of who decided
    version         int, -- what it became
    foreign key (round_id, organisation_id) references rectification.plan,
    check ((state = 'EFFECTIVE') = (version is not null)),
    check (state not in ('SUBMITTED', 'EFFECTIVE') or (changes is not null and submitted_by is not null)),
    check (state <> 'EFFECTIVE' or decided_by is not null)
);
create unique index plan_amendment_one_at_a_time on rectification.plan_amendment (round_id, organisation_id)
    where state in ('DRAWN_UP', 'SUBMITTED', 'RETURNED');

alter table rectification.plan_version
    add column kind         text not null default 'ISSUE' check (kind in ('ISSUE', 'AMENDMENT', 'OWNERS')),
    add column reason       text, -- why it differs from the version before
    add column amendment_id text references rectification.plan_amendment,
    add column hash         text;
alter table rectification.plan_version
    alter column kind drop default,
    add constraint plan_version_reason check ((kind = 'ISSUE') = (version = 1) and (version = 1 or reason is not null)),
    add constraint plan_version_amendment check ((kind = 'AMENDMENT') = (amendment_id is not null));

-- SHA-256 over the lines as PostgreSQL writes them, ordered by finding: anybody with the database can compute it again.
create function rectification.plan_version_hash(of_round text, of_organisation text, of_version int)
    returns text language sql stable as $$
    select encode(sha256(convert_to(coalesce(string_agg(finding_id || ' ' || content::text, E'\n'
            order by finding_id collate "C"), ''), 'UTF8')), 'hex')
      from rectification.plan_version_line
     where round_id = of_round and organisation_id = of_organisation and version = of_version
$$;

alter table rectification.plan_version disable trigger plan_version_frozen;
update rectification.plan_version
   set hash = rectification.plan_version_hash(round_id, organisation_id, version);
alter table rectification.plan_version enable trigger plan_version_frozen;
alter table rectification.plan_version alter column hash set not null;

-- A line that comes to a version later would change it as well.
create function rectification.refuse_other_plan_version() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct round_id, organisation_id, version from added) a
                 join rectification.plan_version v using (round_id, organisation_id, version)
                where v.hash <> rectification.plan_version_hash(v.round_id, v.organisation_id, v.version)) then
        raise exception 'a plan version has exactly the lines that its hash was made of'
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger plan_version_line_complete after insert on rectification.plan_version_line
    referencing new table as added for each statement execute function rectification.refuse_other_plan_version();
create trigger plan_version_never_emptied before truncate on rectification.plan_version
    for each statement execute function rectification.refuse_plan_version_change();
create trigger plan_version_line_never_emptied before truncate on rectification.plan_version_line
    for each statement execute function rectification.refuse_plan_version_change();

-- What was submitted stays as it was submitted, too.
create trigger plan_submission_frozen before update or delete on rectification.plan_submission
    for each row execute function rectification.refuse_plan_version_change();
create trigger plan_submission_line_frozen before update or delete on rectification.plan_submission_line
    for each row execute function rectification.refuse_plan_version_change();
