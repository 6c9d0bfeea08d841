-- How far a rehearsal has moved the clock of this database away from the true time; no row: never moved.
create table rectification.rehearsal_clock (
    the_only_row  boolean primary key default true check (the_only_row),
    offset_millis bigint not null
);
