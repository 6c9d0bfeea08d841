-- Who claims a line and who gives it back; problems that several villages have in common; opinions and the lines that answer them.

alter table rectification.plan_line
    add column bounces    int  not null default 0, -- how often it was given back
    add column decided_by text references rectification.person; -- the Secretary settled whose it is
update rectification.plan_line set bounces = 1 where bounced_by is not null;

create table rectification.plan_bounce (
    finding_id  text        not null references rectification.plan_line,
    number      int         not null,
    bounced_by  text        not null references rectification.person,
    bounced_at  timestamptz not null,
    reason      text        not null,
    given_to    text references rectification.person, -- null: not divided again yet
    given_by    text references rectification.person,
    given_at    timestamptz,
    given_why   text,
    primary key (finding_id, number),
    check (num_nulls(given_to, given_by, given_at, given_why) in (0, 4))
);
insert into rectification.plan_bounce (finding_id, number, bounced_by, bounced_at, reason)
    select finding_id, 1, bounced_by, bounced_at, bounce_reason from rectification.plan_line where bounced_by is not null;

-- One township leader and one lasting measure for what three or more villages have in common (S17).
create table rectification.common_problem (
    id              text        primary key,
    round_id        text        not null,
    organisation_id text        not null,
    title           text        not null,
    leader          text        not null references rectification.person,
    measure         text        not null,
    due_on          date,
    grouped_by      text        not null,
    grouped_at      timestamptz not null,
    dissolved_by    text,
    dissolved_at    timestamptz,
    dissolve_reason text,
    foreign key (round_id, organisation_id) references rectification.plan,
    check (num_nulls(dissolved_by, dissolved_at, dissolve_reason) in (0, 3))
);
alter table rectification.plan_line add column common_id text references rectification.common_problem;
-- The common measure stands in each line that refers to it, kept in step with the one above.
alter table rectification.plan_measure add column common_id text references rectification.common_problem;
create unique index plan_measure_common on rectification.plan_measure (finding_id, common_id) where common_id is not null;

alter table rectification.opinion_answer add column lines text[] not null default '{}'; -- findings whose lines answer it
