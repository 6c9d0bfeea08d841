-- What the register of people promises, kept by the database itself.

-- Exactly one Secretary, or one comrade in charge, signs for an organisation.
create unique index duty_one_secretary on rectification.duty (organisation_id)
    where role = 'PARTY_SECRETARY' and until is null;

-- The same duty is held once, however often the list of people is read in.
create unique index duty_held_once on rectification.duty (person_id, organisation_id, role, village_code, area)
    nulls not distinct where until is null;
