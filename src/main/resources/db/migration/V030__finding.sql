-- A finding's life beyond its registration: the result in hand with its claims, who reviews and verifies it, warnings
-- raised, and continuations asked for. What happened before is in the event trail.

alter table rectification.finding
    -- Takes the single-reviewer check with it: a petition in a village has two reviewers (R3).
    drop column reviewer,
    add column opened_on           date, -- day on which the organisation could see it first
    add column process_instance_id text, -- its instance in the engine, once started
    add column measures_done       jsonb, -- [{text, kind, accountabilityOnly}]
    add column claimed_amount      numeric(14, 2) check (claimed_amount >= 0), -- yuan said to be recovered
    add column voucher             text,
    add column evidence            text, -- references of the papers
    add column route               text, -- rule of the decision that routed the result in hand
    add column reviewers_named     text[] not null default '{}',
    add column reviewers           text[] not null default '{}', -- of these, who has spoken
    add column verifier_group      text,
    add column confirmation_needed boolean not null default false,
    add column county_sample       text,
    add column return_reason       text,
    add column confirmed_by        text,
    add column consented_by        text,
    add column continuations       int not null default 0,
    add constraint finding_money_needs_voucher check (coalesce(claimed_amount, 0) = 0 or voucher is not null),
    add constraint finding_verifier_independent check (verified_by is null or (verified_by is distinct from doer
        and verified_by is distinct from filled_in_by and not verified_by = any (reviewers))),
    add constraint finding_confirmer_independent check (confirmed_by is null or (confirmed_by is distinct from doer
        and confirmed_by is distinct from verified_by and confirmed_by is distinct from filled_in_by
        and not confirmed_by = any (reviewers))),
    add constraint finding_struck_off_confirmed check (state <> 'STRUCK_OFF' or not confirmation_needed
        or confirmed_by is not null),
    add constraint finding_long_term_complete check (state <> 'LONG_TERM' or (verdict = 'LONG_TERM'
        and verified_by is not null and consented_by is not null and next_review_on is not null));

-- Raised once each: a rung of the ladder per due day, an alert per return.
create table rectification.warning (
    id         bigint generated always as identity primary key,
    finding_id text not null references rectification.finding,
    kind       text not null check (kind in ('GREEN', 'YELLOW', 'RED', 'RETURNED', 'FALSIFIED')),
    occasion   text not null, -- the due day, or the number of the return
    recipients text[] not null, -- logins
    raised_at  timestamptz not null,
    unique (finding_id, kind, occasion)
);

-- Unfinished at its date: what was proposed, and what was decided one level above.
create table rectification.continuation (
    finding_id  text not null references rectification.finding,
    number      int  not null,
    reason      text not null,
    new_due_on  date not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    approved    boolean, -- null: not decided yet
    decided_by  text check (decided_by is distinct from proposed_by),
    decided_at  timestamptz,
    remark      text,
    primary key (finding_id, number)
);
