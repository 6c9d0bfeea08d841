-- How far the demo round has been played: written in the transaction of each step, so that a start after a crash goes on
-- exactly where the last one stopped.
create table rectification.demo_round (
    the_only_row boolean primary key default true check (the_only_row),
    feedback_on  date        not null,
    played_on    date        not null, -- the day of the first start: the steps end before it
    steps_done   int         not null default 0,
    clock_at     timestamptz not null, -- where the clock stood at the last step
    finished     boolean     not null default false
);
