-- What the ledger is searched by: a village's findings by due day, and a person's own.

create index finding_by_village on rectification.finding (round_id, organisation_id, village_code, due_on);
create index finding_by_person on rectification.finding (responsible_person);
create index finding_by_leader on rectification.finding (responsible_leader);
