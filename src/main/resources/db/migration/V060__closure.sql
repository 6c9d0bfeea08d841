-- After the signature: joint review of the reports, publication inside and outside the Party, evaluation.

create table rectification.report_review (
    round_id        text        not null,
    organisation_id text        not null,
    number          int         not null, -- every edition of the reports is reviewed anew
    reviewed_on     date        not null,
    bodies          text[]      not null check (cardinality(bodies) > 0), -- who took part besides the inspection office
    accepted        boolean     not null,
    reason          text, -- of a return
    recorded_by     text        not null references rectification.person,
    recorded_at     timestamptz not null,
    primary key (round_id, organisation_id, number),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check (accepted or reason is not null)
);

create table rectification.publication (
    round_id        text not null,
    organisation_id text not null,
    -- Inside the Party (R27): to the same people as the feedback
    circular_number text not null,
    circulated_on   date not null,
    circular_scope  text not null,
    circulated_by   text not null references rectification.person,
    -- To the public
    draft_text      text,
    drafted_by      text references rectification.person,
    returns         int  not null default 0,
    return_reason   text,
    approved_by     text references rectification.person,
    approved_at     timestamptz,
    published_where text,
    published_from  date,
    published_until date,
    published_text  text, -- the copy that is kept: exactly what was approved
    published_by    text references rectification.person,
    published_at    timestamptz,
    primary key (round_id, organisation_id),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check ((approved_by is null) = (approved_at is null)),
    check (approved_at is null or draft_text is not null),
    check (published_at is null or (approved_at is not null and published_text = draft_text
        and published_where is not null and published_from is not null and published_until >= published_from))
);

create table rectification.evaluation (
    round_id        text        not null,
    organisation_id text        not null,
    score           int         not null check (score between 0 and 100), -- as given, before a veto
    contradictions  int         not null check (contradictions >= 0), -- items in which the report contradicts the facts
    reasons         text        not null,
    evaluated_by    text        not null references rectification.person,
    evaluated_at    timestamptz not null,
    grade           text check (grade in ('GOOD', 'FAIRLY_GOOD', 'AVERAGE', 'POOR')),
    vetoed          boolean, -- counts as 0 points then (R30)
    recorded_at     timestamptz,
    primary key (round_id, organisation_id),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check ((recorded_at is null) = (grade is null) and (recorded_at is null) = (vetoed is null))
);

-- What was published or graded is a record, not a draft.
create function rectification.refuse_closure_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was reviewed, published or graded is final' using errcode = 'insufficient_privilege';
end $$;

create trigger report_review_final before update or delete on rectification.report_review
    for each row execute function rectification.refuse_closure_change();
create trigger publication_final before update or delete on rectification.publication
    for each row when (old.published_at is not null) execute function rectification.refuse_closure_change();
create trigger evaluation_final before update or delete on rectification.evaluation
    for each row when (old.recorded_at is not null) execute function rectification.refuse_closure_change();
