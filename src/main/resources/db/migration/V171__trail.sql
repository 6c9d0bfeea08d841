-- The trail as chains of hashes: one chain per case (round and organisation), one per round for what is about the round,
-- one for what belongs to no round. An event is linked when its transaction commits: then all other locks are taken
-- already, so that linking waits for nobody but another commit of the same case, for a moment, and nothing can deadlock.

create table rectification.trail_head (
    chain    text primary key, -- round/organisation, with - for none
    position bigint not null,  -- how many events the chain has
    hash     text   not null
);

create table rectification.trail_link (
    event_id     bigint primary key, -- no foreign key: a link outlives an event that somebody removed, and so names it
    chain        text   not null,
    position     bigint not null,
    content_hash text   not null, -- SHA-256 of the event's content, hexadecimal
    previous     text   not null, -- hash of the link before; of the first: 64 zeros
    hash         text   not null, -- SHA-256 of: previous, line feed, content_hash
    unique (chain, position)
);

-- The event as the text that is hashed and exported; jsonb writes the same content always the same way.
create function rectification.event_content(event rectification.event) returns text language sql stable as $$
    select jsonb_build_object(
        'id', event.id,
        'at', to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'actor', event.actor,
        'round', event.round_id,
        'organisation', event.organisation_id,
        'finding', event.finding_id,
        'kind', event.kind,
        'before', event.before,
        'after', event.after,
        'note', event.note)::text
$$;

create function rectification.sha256_hex(content text) returns text language sql immutable as $$
    select encode(sha256(convert_to(content, 'UTF8')), 'hex')
$$;

create function rectification.chain_of(event rectification.event) returns text language sql immutable as $$
    select coalesce(event.round_id, '-') || '/' || coalesce(event.organisation_id, '-')
$$;

create function rectification.link_event(event rectification.event) returns void language plpgsql as $$
declare
    head        rectification.trail_head;
    its_content text := rectification.sha256_hex(rectification.event_content(event));
    its_hash    text;
begin
    -- Holds the chain until the commit that is under way is through.
    insert into rectification.trail_head as h (chain, position, hash)
        values (rectification.chain_of(event), 1, repeat('0', 64))
        on conflict (chain) do update set position = h.position + 1
        returning h.* into head;
    its_hash := rectification.sha256_hex(head.hash || E'\n' || its_content);
    insert into rectification.trail_link (event_id, chain, position, content_hash, previous, hash)
        values (event.id, head.chain, head.position, its_content, head.hash, its_hash);
    update rectification.trail_head set hash = its_hash where chain = head.chain;
end $$;

create function rectification.link_new_event() returns trigger language plpgsql as $$
begin
    perform rectification.link_event(new);
    return null;
end $$;

-- What happened before there were chains is linked in the order in which it was written.
do $$
declare
    event rectification.event;
begin
    for event in select * from rectification.event order by id loop
        perform rectification.link_event(event);
    end loop;
end $$;

create constraint trigger event_linked after insert on rectification.event
    deferrable initially deferred for each row execute function rectification.link_new_event();

create trigger trail_link_append_only before update or delete on rectification.trail_link
    for each row execute function rectification.refuse_change();
create trigger trail_link_never_emptied before truncate on rectification.trail_link
    for each statement execute function rectification.refuse_change();
create trigger trail_head_stays before delete on rectification.trail_head
    for each row execute function rectification.refuse_change();
create trigger trail_head_never_emptied before truncate on rectification.trail_head
    for each statement execute function rectification.refuse_change();

-- Every fault of the trail, in the order of the chains; none: nothing was changed, removed or slipped in.
create function rectification.trail_faults(of_round text, of_organisation text)
    returns table (chain text, "position" bigint, event_id bigint, fault text) language sql stable as $$
    with events as (
        select e.*, rectification.chain_of(e) as its_chain, rectification.sha256_hex(rectification.event_content(e)) as content
          from rectification.event e
         where (of_round is null or e.round_id = of_round) and (of_organisation is null or e.organisation_id = of_organisation)
    ), links as (
        select l.*, lag(l.hash, 1, repeat('0', 64)) over w as before, lag(l.position, 1, 0::bigint) over w + 1 as due,
               lead(l.position) over w is null as last
          from rectification.trail_link l
         where (of_round is null or split_part(l.chain, '/', 1) = of_round)
           and (of_organisation is null or split_part(l.chain, '/', 2) = of_organisation)
        window w as (partition by l.chain order by l.position)
    ), found as (
        select l.chain, l.position, l.event_id, 'EVENT_REMOVED' as fault
          from links l left join events e on e.id = l.event_id where e.id is null
        union all
        select l.chain, l.position, l.event_id, 'EVENT_CHANGED'
          from links l join events e on e.id = l.event_id where e.content <> l.content_hash or e.its_chain <> l.chain
        union all
        select l.chain, l.position, l.event_id, 'LINK_CHANGED' from links l
         where l.position <> l.due or l.previous <> l.before
            or l.hash <> rectification.sha256_hex(l.previous || E'\n' || l.content_hash)
        union all
        select e.its_chain, null, e.id, 'EVENT_SLIPPED_IN'
          from events e left join links l on l.event_id = e.id where l.event_id is null
        union all
        select h.chain, h.position, null, 'END_REMOVED'
          from rectification.trail_head h left join links l on l.chain = h.chain and l.last
         where (of_round is null or split_part(h.chain, '/', 1) = of_round)
           and (of_organisation is null or split_part(h.chain, '/', 2) = of_organisation)
           and (l.chain is null or l.position <> h.position or l.hash <> h.hash)
    )
    select found.chain, found.position, found.event_id, found.fault from found order by 1, 2 nulls last, 3
$$;

-- No hard delete: what the ledger says about a case is added to or marked, never taken away. Only a plan line's measures
-- are written anew while its plan is being drafted; what was issued stands in plan_version_line.
create function rectification.refuse_removal() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create function rectification.keep_rows(variadic tables text[]) returns void language plpgsql as $$
declare
    kept text;
begin
    foreach kept in array tables loop
        execute format('create trigger %1$s_kept before delete on rectification.%1$s
            for each row execute function rectification.refuse_removal()', kept);
        execute format('create trigger %1$s_kept_whole before truncate on rectification.%1$s
            for each statement execute function rectification.refuse_removal()', kept);
    end loop;
end $$;

select rectification.keep_rows(
    'organisation', 'person', 'round', 'inspected_organisation', 'village', 'opinion', 'sub_ledger', 'finding',
    'feedback_meeting', 'feedback_receipt', 'liaison_contact', 'archive', 'warning', 'continuation', 'plan', 'plan_line',
    'opinion_answer', 'plan_deliberation', 'plan_review', 'plan_version', 'plan_version_line', 'progress_report',
    'report_receipt', 'hearing', 'hearing_gap', 'thematic_meeting', 'final_report', 'signature', 'delivery_receipt',
    'report_review', 'publication', 'evaluation', 'suggestion', 'statement', 'referral', 'outcome');
