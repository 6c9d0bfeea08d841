-- 代行职责: for a period somebody else does what an absent person would have to do. Both names stay in the trail.

create table rectification.substitution (
    id                  text        primary key,
    absent_id           text        not null references rectification.person,
    substitute_id       text        not null references rectification.person,
    starts_on           date        not null, -- first day, from 00:00
    ends_on             date        not null, -- last day, until 24:00
    reason              text        not null,
    named_by            text        not null,
    named_at            timestamptz not null,
    ended_on            date, -- ended early: the substitute acts no more from that moment
    ended_by            text,
    process_instance_id text,
    check (absent_id <> substitute_id),
    check (ends_on >= starts_on),
    check ((ended_on is null) = (ended_by is null))
);
create index substitution_by_absent on rectification.substitution (absent_id, ends_on);
create index substitution_by_substitute on rectification.substitution (substitute_id, ends_on);

-- The last line of defence: nobody has two substitutes at a time, and no substitute has a substitute.
create function rectification.refuse_substitution_chain() returns trigger language plpgsql as $$
begin
    if exists (select from rectification.substitution s
                where s.id <> new.id and s.ended_on is null and new.ended_on is null
                  and s.starts_on <= new.ends_on and s.ends_on >= new.starts_on
                  and (s.absent_id = new.absent_id or s.substitute_id = new.absent_id
                       or s.absent_id = new.substitute_id)) then
        raise exception 'substitution_chain: a substitute has no substitute, and one at a time'
            using errcode = 'exclusion_violation';
    end if;
    return new;
end $$;

create trigger substitution_no_chain before insert or update on rectification.substitution
    for each row execute function rectification.refuse_substitution_chain();
