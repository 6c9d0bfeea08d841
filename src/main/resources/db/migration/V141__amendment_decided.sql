-- Nobody decides about the own amendment; one that nobody has decided about yet is no such case.
alter table rectification.plan_amendment drop column decided_by;
alter table rectification.plan_amendment
    add column decided_by text,
    add constraint plan_amendment_not_own check (decided_by <> submitted_by),
    add constraint plan_amendment_decided check (state <> 'EFFECTIVE' or decided_by is not null);
