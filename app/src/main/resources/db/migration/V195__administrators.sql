-- 三员与登录: what an account remembers of its sign-ins, and its second factor. The secret itself stands sealed in the ledger.
alter table account add column must_change boolean not null default false;
alter table account add column last_sign_in_at timestamptz;
alter table account add column last_sign_in_from text;

create table second_factor (
    account uuid primary key references account (id),
    -- The stream whose first event holds the secret under a key of its own.
    enrolment uuid not null,
    -- The last step a code was accepted for; none at or before it is accepted again.
    last_step bigint not null,
    enrolled_at timestamptz not null
);

create table recovery_code (
    account uuid not null references account (id),
    hash text not null,
    used_at timestamptz,
    primary key (account, hash)
);

grant select, insert, update, delete on second_factor, recovery_code to ${app_role};
