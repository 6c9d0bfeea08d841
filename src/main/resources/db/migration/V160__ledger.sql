-- What the ledger is searched by: a village's findings by due day, a person's own, and what repeats what.

create index finding_by_village on rectification.finding (round_id, organisation_id, village_code, due_on);
create index finding_by_person on rectification.finding (responsible_person);
create index finding_by_leader on rectification.finding (responsible_leader);
create index finding_by_recurrence on rectification.finding (recurrence_of) where recurrence_of is not null;
