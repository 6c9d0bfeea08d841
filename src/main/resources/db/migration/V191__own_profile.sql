-- Rule profiles of the administrator's own. Each version is a profile of its own id: what a round uses never changes.
create table rectification.own_profile (
    id      text        primary key check (id ~ '^own-[0-9]+-v[0-9]+$'),
    series  int         not null, -- versions of one profile share it
    version int         not null,
    name    text        not null,
    content jsonb       not null, -- the whole profile, as the packaged ones are
    made_by text        not null,
    made_at timestamptz not null,
    unique (series, version)
);

select rectification.keep_rows('own_profile');
