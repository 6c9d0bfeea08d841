-- 销号清单: struck-off findings are noted by the township's leading group batch by batch; each stands in exactly one.

create table rectification.strike_off_batch (
    id              text        primary key,
    round_id        text        not null,
    organisation_id text        not null,
    number          int         not null,
    opened_by       text        not null,
    opened_at       timestamptz not null,
    met_on          date, -- when the leading group noted it; null: not yet
    minutes_number  text,
    minutes_file    text,
    noted_by        text, -- who recorded it
    noted_at        timestamptz,
    unique (round_id, organisation_id, number),
    foreign key (round_id, organisation_id) references rectification.inspected_organisation,
    check ((met_on is null) = (minutes_file is null) and (met_on is null) = (minutes_number is null)
        and (met_on is null) = (noted_by is null) and (met_on is null) = (noted_at is null))
);
-- What was not noted yet is one list, to which later strike-offs are added.
create unique index strike_off_batch_one_open on rectification.strike_off_batch (round_id, organisation_id)
    where met_on is null;

create table rectification.strike_off_batch_finding (
    finding_id text primary key references rectification.finding,
    batch_id   text not null references rectification.strike_off_batch,
    position   int  not null,
    unique (batch_id, position)
);

create function rectification.refuse_noted_batch_change() returns trigger language plpgsql as $$
begin
    if exists (select from rectification.strike_off_batch where id = coalesce(new.batch_id, old.batch_id) and met_on is not null)
       or not exists (select from rectification.finding where id = coalesce(new.finding_id, old.finding_id) and state = 'STRUCK_OFF') then
        raise exception 'only struck-off findings are listed, and a noted list never changes' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end $$;

create trigger strike_off_batch_finding_fixed before insert or update or delete on rectification.strike_off_batch_finding
    for each row execute function rectification.refuse_noted_batch_change();
