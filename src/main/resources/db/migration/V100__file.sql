-- Files: what people upload. Content stands in chunk rows, because bytea is not streamed. A file never changes; what belongs
-- to nobody yet may be thrown away by its uploader.

create table rectification.stored_file (
    id              text        primary key,
    round_id        text        not null,
    organisation_id text        not null,
    name            text        not null check (length(name) between 1 and 200),
    media_type      text        not null, -- found by its content
    size            bigint      not null check (size between 1 and 52428800), -- bytes
    sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    level           text        not null check (level in ('OPEN', 'INTERNAL')), -- classified files never come here
    uploaded_by     text        not null,
    uploaded_at     timestamptz not null,
    foreign key (round_id, organisation_id) references rectification.inspected_organisation
);
create index stored_file_by_content on rectification.stored_file (round_id, sha256);
create index stored_file_by_uploader on rectification.stored_file (uploaded_by);

create table rectification.stored_file_chunk (
    file_id  text  not null references rectification.stored_file,
    position int   not null,
    content  bytea not null check (octet_length(content) between 1 and 1048576),
    primary key (file_id, position)
);
-- Office files and pictures are packed already.
alter table rectification.stored_file_chunk alter column content set storage external;

create table rectification.file_attachment (
    file_id     text        not null references rectification.stored_file,
    finding_id  text references rectification.finding, -- null: the case as a whole
    purpose     text        not null,
    attached_at timestamptz not null,
    unique nulls not distinct (file_id, finding_id, purpose)
);
create index file_attachment_by_finding on rectification.file_attachment (finding_id);

create function rectification.refuse_file_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_table_name in ('stored_file', 'stored_file_chunk')
       and not exists (select from rectification.file_attachment a
                        where a.file_id = coalesce(to_jsonb(old) ->> 'file_id', to_jsonb(old) ->> 'id')) then
        return old;
    end if;
    raise exception 'a stored file never changes' using errcode = 'insufficient_privilege';
end $$;

create trigger stored_file_immutable before update or delete on rectification.stored_file
    for each row execute function rectification.refuse_file_change();
create trigger stored_file_never_emptied before truncate on rectification.stored_file
    for each statement execute function rectification.refuse_file_change();
create trigger stored_file_chunk_immutable before update or delete on rectification.stored_file_chunk
    for each row execute function rectification.refuse_file_change();
create trigger stored_file_chunk_never_emptied before truncate on rectification.stored_file_chunk
    for each statement execute function rectification.refuse_file_change();
create trigger file_attachment_stays before update or delete on rectification.file_attachment
    for each row execute function rectification.refuse_file_change();
create trigger file_attachment_never_emptied before truncate on rectification.file_attachment
    for each statement execute function rectification.refuse_file_change();
