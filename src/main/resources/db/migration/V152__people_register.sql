-- The register that an administrator keeps: villages, the usual liaison contacts, logins that still have their first password.

create table rectification.village_register (
    organisation_id text not null references rectification.organisation,
    code            text not null check (code ~ '^[a-z0-9-]{1,48}$'),
    name            text not null, -- the village
    branch          text not null, -- its Party branch
    primary key (organisation_id, code)
);

-- With whom an organisation keeps in touch (S33); a round's own contacts start from these.
create table rectification.liaison_register (
    organisation_id text not null references rectification.organisation,
    body            text not null check (body in ('INSPECTION_OFFICE', 'DISCIPLINE_SUPERVISION', 'CADRE_SUPERVISION')),
    office          text not null,
    contact         text not null,
    phone           text not null,
    primary key (organisation_id, body)
);

alter table rectification.person
    add column first_password boolean not null default false; -- somebody else knows it: to be changed before any act
