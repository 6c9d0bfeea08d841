-- Whose hand confirmed a part: the co-owner's, or that of whoever acted in the co-owner's place (代行职责).
alter table rectification.co_owner add column confirmed_by text references rectification.person;
update rectification.co_owner set confirmed_by = person_id where confirmed_at is not null;
alter table rectification.co_owner add check ((confirmed_at is null) = (confirmed_by is null));
