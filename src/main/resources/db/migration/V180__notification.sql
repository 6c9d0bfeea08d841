-- Messages that leave the house, and what each person was told last.

alter table rectification.person
    add column if not exists email text check (email ~ '^[^@\s]+@[^@\s]+$'); -- null: no mail

create table rectification.message (
    id         text primary key, -- idempotency key
    channel    text not null check (channel in ('MAIL', 'WECOM', 'DINGTALK')),
    recipient  text not null, -- login, or organisation for a group robot
    kind       text not null check (kind in ('DIGEST', 'RED')),
    day        date not null,
    -- All that a message tells.
    open       int  not null,
    overdue    int  not null,
    green      int  not null,
    yellow     int  not null,
    red        int  not null,
    written_at timestamptz not null,
    sent_at    timestamptz,
    unique (channel, recipient, kind, day)
);

create table rectification.digest (
    person_id text primary key references rectification.person,
    told_at   timestamptz not null,
    open      int not null,
    overdue   int not null
);

create index warning_by_moment on rectification.warning (raised_at);
