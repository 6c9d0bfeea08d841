-- The joint hearing at the end of month two (S35): its day, what each body said, what was concluded, what is followed up.

-- Each day that was set, one after the other; the last one counts. Before the invitation there is no place.
create table rectification.hearing_day (
    round_id        text        not null,
    organisation_id text        not null,
    number          int         not null,
    day             date        not null,
    previous_day    date, -- that it replaces; null for the first invitation to the computed day
    reason          text, -- of a day moved by agreement
    place           text,
    addressees      text[] check (addressees is null or cardinality(addressees) = 3),
    set_by          text        not null references rectification.person,
    set_at          timestamptz not null,
    primary key (round_id, organisation_id, number),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check ((place is null) = (addressees is null))
);
create trigger hearing_day_append_only before update on rectification.hearing_day
    for each row execute function rectification.refuse_rewriting();

insert into rectification.hearing_day (round_id, organisation_id, number, day, place, addressees, set_by, set_at)
select round_id, organisation_id, 1, planned_on, place, addressees, invited_by, invited_at from rectification.hearing;

create table rectification.hearing_opinion (
    round_id        text        not null,
    organisation_id text        not null,
    body            text        not null check (body in ('DISCIPLINE', 'ORGANISATION', 'INSPECTION_OFFICE')),
    text            text        not null,
    given_by        text        not null references rectification.person,
    given_at        timestamptz not null,
    paper_person    text, -- who signed it on paper (纸面); null: the body typed it itself
    paper_on        date,
    paper_file      text references rectification.stored_file,
    primary key (round_id, organisation_id, body),
    foreign key (round_id, organisation_id) references rectification.hearing,
    check ((paper_person is null) = (paper_on is null) and (paper_person is null) = (paper_file is null))
);
create trigger hearing_opinion_append_only before update on rectification.hearing_opinion
    for each row execute function rectification.refuse_rewriting();

-- What judge-progress advised on the hearing's day; never anybody's conclusion.
create table rectification.hearing_advice (
    round_id        text        not null,
    organisation_id text        not null,
    finding_id      text        not null references rectification.finding,
    advice          text        not null check (advice in ('ON_TRACK', 'ATTENTION', 'BEHIND')),
    reason          text        not null,
    judged_at       timestamptz not null,
    primary key (round_id, organisation_id, finding_id)
);

create table rectification.hearing_conclusion (
    round_id        text not null,
    organisation_id text not null,
    finding_id      text not null references rectification.finding,
    conclusion      text not null check (conclusion in ('GREEN', 'YELLOW', 'RED')),
    note            text,
    primary key (round_id, organisation_id, finding_id),
    foreign key (round_id, organisation_id) references rectification.hearing
);

insert into rectification.hearing_opinion (round_id, organisation_id, body, text, given_by, given_at)
select h.round_id, h.organisation_id, b.body, h.opinions ->> b.field, h.recorded_by, h.recorded_at
  from rectification.hearing h
  cross join (values ('DISCIPLINE', 'discipline'), ('ORGANISATION', 'organisation'), ('INSPECTION_OFFICE', 'inspectionOffice'))
       as b (body, field)
 where h.recorded_at is not null and h.opinions ->> b.field is not null;

alter table rectification.hearing
    drop column advice,
    drop column advice_reason,
    drop column opinions,
    add column minutes_file text references rectification.stored_file,
    add column conclusion   text check (conclusion in ('GREEN', 'YELLOW', 'RED')),
    add constraint hearing_recorded check (recorded_at is null or (held_on is not null and minutes_number is not null));

-- A gap that is followed up, or a red conclusion: somebody's work until its outcome is accepted.
create table rectification.hearing_follow_up (
    id                  text primary key,
    round_id            text        not null,
    organisation_id     text        not null,
    position            int, -- of the gap in the minutes; null: from a red conclusion
    finding_id          text references rectification.finding,
    description         text        not null,
    owner               text        not null references rectification.person,
    due_on              date        not null,
    raised_at           timestamptz not null,
    process_instance_id text,
    settled_at          timestamptz,
    outcome             text, -- as accepted
    foreign key (round_id, organisation_id) references rectification.hearing,
    check ((settled_at is null) = (outcome is null))
);
create index hearing_follow_up_by_case on rectification.hearing_follow_up (round_id, organisation_id);

create table rectification.hearing_answer (
    id            bigint      generated always as identity primary key,
    follow_up_id  text        not null references rectification.hearing_follow_up,
    text          text        not null,
    evidence_file text references rectification.stored_file,
    answered_by   text        not null references rectification.person,
    answered_at   timestamptz not null,
    accepted      boolean, -- null: not looked at yet
    remark        text,
    decided_by    text references rectification.person,
    decided_at    timestamptz
);
create index hearing_answer_by_follow_up on rectification.hearing_answer (follow_up_id, id);

alter table rectification.hearing_gap add column owner text references rectification.person;

select rectification.keep_rows(
    'hearing_day', 'hearing_opinion', 'hearing_advice', 'hearing_conclusion', 'hearing_follow_up', 'hearing_answer');
