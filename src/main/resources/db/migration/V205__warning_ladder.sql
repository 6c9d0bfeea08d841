-- The ladder is one for everything that has a due day: findings, reports, meetings, notices. Two further rungs (R25, S47).
alter table rectification.warning
    alter column finding_id drop not null,
    add column item_kind       text not null default 'FINDING',
    add column item_id         text,
    add column round_id        text,
    add column organisation_id text,
    add column label           text; -- what it is in a few words, never its content

update rectification.warning w
   set item_id = f.id, round_id = f.round_id, organisation_id = f.organisation_id, label = '第' || f.number || '号问题'
  from rectification.finding f where f.id = w.finding_id;

alter table rectification.warning
    alter column item_kind drop default,
    alter column item_id set not null,
    alter column round_id set not null,
    alter column organisation_id set not null,
    alter column label set not null,
    drop constraint warning_finding_id_kind_occasion_key,
    drop constraint warning_kind_check,
    add constraint warning_kind_check
        check (kind in ('GREEN', 'YELLOW', 'RED', 'SUPERVISORS', 'ACCOUNTABILITY', 'RETURNED', 'FALSIFIED')),
    add constraint warning_of_finding check ((item_kind = 'FINDING') = (finding_id is not null)),
    add constraint warning_once unique (item_kind, item_id, kind, occasion),
    add foreign key (round_id, organisation_id) references rectification.inspected_organisation;

create index warning_by_finding on rectification.warning (finding_id) where finding_id is not null;
