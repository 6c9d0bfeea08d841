-- Face-to-face talks that an organisation asks a body for, about one or several findings (S34).
create table rectification.consultation (
    id                  text primary key,
    round_id            text        not null,
    organisation_id     text        not null,
    body                text        not null check (body in ('DISCIPLINE_SUPERVISION', 'CADRE_SUPERVISION', 'INSPECTION_OFFICE')),
    question            text        not null,
    preferred_on        date,
    requested_by        text        not null references rectification.person,
    requested_at        timestamptz not null,
    answer_due_on       date        not null,
    process_instance_id text,
    accepted            boolean, -- null: not answered yet
    talk_at             timestamptz, -- of an accepted talk
    place               text,
    answer              text, -- the reason of a no
    proposed_on         date, -- another time that comes with a no
    answered_by         text references rectification.person,
    answered_at         timestamptz,
    held_on             date,
    advice              text,
    effect              text, -- on the findings
    minutes_file        text references rectification.stored_file,
    minuted_by          text references rectification.person,
    minuted_at          timestamptz,
    return_reason       text,
    confirmed_by        text references rectification.person,
    confirmed_at        timestamptz,
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check ((accepted is null) = (answered_at is null)),
    check (accepted is distinct from true or talk_at is not null),
    check (accepted is distinct from false or answer is not null),
    check (minuted_at is null or (held_on is not null and advice is not null and effect is not null)),
    check (confirmed_at is null or minuted_at is not null)
);
create index consultation_by_case on rectification.consultation (round_id, organisation_id);

create table rectification.consultation_finding (
    consultation_id text not null references rectification.consultation,
    finding_id      text not null references rectification.finding,
    primary key (consultation_id, finding_id)
);
create index consultation_by_finding on rectification.consultation_finding (finding_id);

select rectification.keep_rows('consultation', 'consultation_finding');
