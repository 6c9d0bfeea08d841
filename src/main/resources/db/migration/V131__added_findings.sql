-- Findings that came after the feedback: self-found ones (举一反三) and recurrences. Each says which finding it goes back to.

alter table rectification.finding
    add column generalised_from text references rectification.finding, -- self-found: from which finding it was generalised (S27)
    add column origin text not null generated always as (case when recurrence_of is not null then 'RECURRENCE'
        when generalised_from is not null then 'SELF_FOUND' else 'INSPECTION' end) stored,
    add constraint finding_one_origin check (recurrence_of is null or generalised_from is null);
create index finding_by_generalised_from on rectification.finding (generalised_from) where generalised_from is not null;
create index finding_by_recurrence_of on rectification.finding (recurrence_of) where recurrence_of is not null;

-- A list of its own for each added finding: the running process of a list keeps the findings it began with.
alter table rectification.sub_ledger add column added boolean not null default false;
