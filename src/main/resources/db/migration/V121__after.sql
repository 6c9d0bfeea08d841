-- What happens to a finding after its settlement: reviews of the long-term list, and recurrences.

alter table rectification.finding
    add column recurred_after_archiving boolean not null default false, -- has a life of its own, the archived case none
    add constraint finding_recurrence_links check (recurrence_of is distinct from id
        and (recurrence_of is not null or not recurred_after_archiving));

-- Struck off is struck off (S23): whatever comes later is another finding.
create function rectification.refuse_reopening() returns trigger language plpgsql as $$
begin
    raise exception 'a struck-off finding is never reopened' using errcode = 'check_violation';
end $$;

create trigger finding_stays_struck_off before update on rectification.finding
    for each row when (old.state = 'STRUCK_OFF' and (new.state <> 'STRUCK_OFF' or new.struck_off_at <> old.struck_off_at))
    execute function rectification.refuse_reopening();

create table rectification.long_term_review (
    finding_id     text        not null references rectification.finding,
    number         int         not null,
    due_on         date        not null, -- the review day that this answers
    conclusion     text        not null check (conclusion in ('GOES_ON', 'DONE', 'FALLEN_BACK')),
    reason         text        not null,
    next_review_on date,
    new_due_on     date, -- FALLEN_BACK: time limit of the recurrence
    reviewed_by    text        not null references rectification.person,
    reviewed_at    timestamptz not null,
    confirmed      boolean, -- DONE, where discipline supervision confirms: null until it has spoken
    confirmed_by   text check (confirmed_by is distinct from reviewed_by),
    confirmed_at   timestamptz,
    remark         text,
    primary key (finding_id, number),
    check ((conclusion = 'DONE') = (next_review_on is null) or confirmed is false),
    check ((conclusion = 'FALLEN_BACK') = (new_due_on is not null)),
    check (conclusion = 'DONE' or confirmed is null)
);
