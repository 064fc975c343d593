-- 事件推送: who is told, derived from the stream of each receiver.
create table projection.webhook (
    webhook uuid primary key,
    name text not null,
    address text not null,
    kinds text[] not null,
    organs text[] not null,
    powers text[] not null,
    standing text not null,
    registered_at timestamptz not null,
    registered_by text not null,
    changed_at timestamptz not null
);
grant insert, select, update, delete on projection.webhook to ${app_role};

-- 密钥: sealed under the receiver's own key; an old one signs until its moment and is then deleted.
create table webhook_secret (
    webhook uuid not null,
    ordinal integer not null,
    sealed bytea not null,
    until timestamptz,
    primary key (webhook, ordinal)
);
grant insert, select, update, delete on webhook_secret to ${app_role};

-- 进度: how far the ledger has been looked through for the receiver. The ledger is the queue: nothing is sent before it is committed and placed,
-- nothing is skipped, and whatever stops in the middle goes on from here.
create table webhook_progress (
    webhook uuid primary key,
    next bigint not null check (next >= 0),
    since timestamptz not null,
    cards_from timestamptz not null
);
grant insert, select, update, delete on webhook_progress to ${app_role};

-- 投递: one event for one receiver, with the bytes that are sent each time. A row is claimed for a while, not locked, so that no transaction waits for
-- another system's answer.
create table webhook_delivery (
    id uuid primary key,
    ordinal bigint generated always as identity unique,
    webhook uuid not null,
    event text not null,
    kind text not null,
    case_no text not null,
    body bytea not null,
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up', 'dropped')),
    tries integer not null default 0,
    next_at timestamptz not null,
    claim uuid,
    claimed_until timestamptz,
    created_at timestamptz not null,
    ended_at timestamptz,
    unique (webhook, event)
);
create index webhook_delivery_waiting on webhook_delivery (webhook, case_no, ordinal) where state = 'waiting';
create index webhook_delivery_ended on webhook_delivery (ended_at) where state in ('delivered', 'dropped');
grant insert, select, update, delete on webhook_delivery to ${app_role};

-- 投递尝试: what came of each; nothing of what the receiver said but its status.
create table webhook_attempt (
    delivery uuid not null references webhook_delivery (id) on delete cascade,
    n integer not null,
    at timestamptz not null,
    millis integer not null,
    status integer,
    problem text not null,
    primary key (delivery, n)
);
grant insert, select, delete on webhook_attempt to ${app_role};

-- What supervision found since a moment.
create index finding_found on projection.finding (found_at);
