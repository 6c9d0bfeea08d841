-- Files that nobody used are let go after a while, and nobody uploads without measure.

-- What a person has uploaded on a day, also what was thrown away since.
create table rectification.upload_day (
    person_id text   not null,
    day       date   not null, -- in Asia/Shanghai
    files     int    not null,
    bytes     bigint not null,
    primary key (person_id, day)
);

-- Whether anything needs the file: a submission, a paper of the case, or what somebody is still typing. Files are always
-- attached when they are used; the columns are asked as well, because a file that is gone does not come back.
create function rectification.file_in_use(of_file text) returns boolean language sql stable as $$
    select exists (select from rectification.file_attachment where file_id = of_file)
        or exists (select from rectification.evidence where file_id = of_file)
        or exists (select from rectification.claim where of_file = any (file_ids))
        or exists (select from rectification.visit where sheet_file = of_file)
        or exists (select from rectification.strike_off_batch where minutes_file = of_file)
        or exists (select from rectification.plan_deliberation where minutes_file = of_file)
        or exists (select from rectification.plan_review where paper_file = of_file)
        or exists (select from rectification.handover where sheet_file = of_file)
        or exists (select from rectification.draft where strpos(entry, of_file) > 0)
$$;

-- Keeping a draft holds the files that it names until it is kept: whoever lets go of unused files passes over them.
create function rectification.hold_files_of_draft() returns trigger language plpgsql as $$
begin
    perform from rectification.stored_file
      where id in (select named[1]
                     from regexp_matches(new.entry, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') as named)
        for key share;
    return null;
end $$;
create trigger draft_holds_files after insert or update on rectification.draft
    for each row execute function rectification.hold_files_of_draft();

create index stored_file_by_age on rectification.stored_file (uploaded_at);
