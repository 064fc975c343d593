-- 账号: who may sign in. An account is not a person: person_id is whom the deciders know, and two accounts may share it.
create table account (
    id uuid primary key,
    username text not null unique check (username = lower(username) and length(username) between 3 and 64),
    password_hash text not null,
    person_id text not null check (person_id <> ''),
    kind text not null check (kind in ('officer', 'citizen')),
    display_name text not null check (display_name <> ''),
    phone text,
    -- 1: says who he is; higher levels come with unified identity.
    assurance smallint not null default 1 check (assurance between 1 and 4),
    disabled boolean not null default false,
    -- Counted before the password is compared, so that guesses sent at once are counted one by one.
    failed_attempts integer not null default 0 check (failed_attempts >= 0),
    locked_until timestamptz,
    created_at timestamptz not null
);

create index account_person on account (person_id);

-- An account is switched off, never deleted: its acts stay in the ledger.
grant select, insert, update on account to ${app_role};
