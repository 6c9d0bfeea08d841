-- What list owners say about their own findings for a progress report, and what a report was prepared from (S45, S14).

create table rectification.progress_entry (
    id              bigint      generated always as identity primary key,
    finding_id      text        not null references rectification.finding,
    round_id        text        not null,
    organisation_id text        not null,
    number          int         not null, -- of the report that it feeds
    text            text        not null check (char_length(text) between 1 and 200),
    entered_for     text        not null references rectification.person, -- whose finding it is
    entered_by      text        not null references rectification.person, -- somebody else: 代填, or in that person's place
    entered_at      timestamptz not null,
    foreign key (round_id, organisation_id, number) references rectification.progress_report
);
create index progress_entry_by_finding on rectification.progress_entry (finding_id, id);
create index progress_entry_by_report on rectification.progress_entry (round_id, organisation_id, number);

create function rectification.refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only added', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger progress_entry_append_only before update on rectification.progress_entry
    for each row execute function rectification.refuse_rewriting();

-- The ledger as it was looked at for the hearing's day: taken once, for the report of that day and for the hearing.
create table rectification.hearing_day_figures (
    round_id        text        not null,
    organisation_id text        not null,
    figures         jsonb       not null,
    taken_at        timestamptz not null,
    primary key (round_id, organisation_id),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);

select rectification.keep_rows('progress_entry', 'hearing_day_figures');

alter table rectification.progress_report
    add column figures_at      timestamptz, -- when its figures were taken; changes are told from here on in the next one
    add column similar_to      int, -- number of the earlier report whose text is the same or nearly so
    add column similar_percent int check (similar_percent between 0 and 100);
update rectification.progress_report set figures_at = prepared_at where figures is not null;
alter table rectification.progress_report
    add constraint progress_report_figures_dated check ((figures is null) = (figures_at is null)),
    add constraint progress_report_similarity check ((similar_to is null) = (similar_percent is null));
