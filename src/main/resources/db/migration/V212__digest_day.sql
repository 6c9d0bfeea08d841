-- What each person's digest said on which day, so that it can be read in the application as it was written in the mail.
create table rectification.digest_day (
    person_id text        not null references rectification.person,
    day       date        not null,
    open      int         not null,
    overdue   int         not null,
    green     int         not null,
    yellow    int         not null,
    red       int         not null,
    villages  int         not null,
    added     int         not null, -- tasks that came since the digest before
    since     timestamptz,          -- when that was; null: this is the first
    told_at   timestamptz not null,
    primary key (person_id, day)
);
select rectification.keep_rows('digest_day');

-- How many villages of a clerk's township have something open; a message never says which.
alter table rectification.message add column villages int not null default 0;
