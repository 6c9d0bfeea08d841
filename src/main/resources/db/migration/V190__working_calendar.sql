-- The notices about days off, as versions: the newest version of a year counts, an older one is never changed.
create table rectification.calendar_notice (
    version     bigint generated always as identity primary key,
    year        int         not null check (year between 2000 and 2100),
    source      text        not null, -- where the notice was found, as the administrator says
    imported_by text        not null, -- login, or 'system' for what came with the application
    imported_at timestamptz not null
);

create table rectification.calendar_day (
    version bigint not null references rectification.calendar_notice,
    day     date   not null,
    kind    text   not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name    text   not null,
    primary key (version, day)
);

-- A day that somebody typed never moves with the calendar; a computed one does. What stands already stays as it is.
alter table rectification.inspected_organisation add column complete_by_given boolean not null default true;
alter table rectification.finding add column due_given boolean not null default true;

select rectification.keep_rows('calendar_notice', 'calendar_day');
