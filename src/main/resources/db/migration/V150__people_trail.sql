-- The event trail also tells who is who: an act on a person or an organisation belongs to no round. An act done in
-- somebody's place (代行职责) names both.

alter table rectification.event
    alter column round_id drop not null,
    add column person_id    text, -- the person whom the act is about
    add column on_behalf_of text, -- login of the absent person in whose place the actor acted
    add constraint event_about_something
        check (round_id is not null or person_id is not null or organisation_id is not null),
    add constraint event_not_on_own_behalf check (on_behalf_of is distinct from actor);

create index event_by_person on rectification.event (person_id, id) where person_id is not null;
create index event_without_round on rectification.event (id) where round_id is null;
create index event_on_behalf on rectification.event (finding_id, actor) where on_behalf_of is not null;
