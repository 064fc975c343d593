-- 邮件通知: where the applicant wants to be told, sealed under his own key, and what is to be sent. A row is written with the act it tells of;
-- it leaves when the mail server has taken it. The message carries the row's id, so that one sent twice is one to who receives it.
create table mail_address (
    case_id uuid primary key,
    subject text not null,
    sealed bytea not null,
    updated_at timestamptz not null
);
create table mail_outbox (
    id uuid primary key,
    case_id uuid not null,
    no text not null,
    kind text not null,
    ordinal integer not null,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'given-up')),
    tries integer not null default 0,
    next_at timestamptz not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    problem text not null default '',
    unique (case_id, kind, ordinal)
);
create index mail_outbox_waiting on mail_outbox (next_at) where state = 'waiting';
grant insert, select, update, delete on mail_address to ${app_role};
grant insert, select, update on mail_outbox to ${app_role};
