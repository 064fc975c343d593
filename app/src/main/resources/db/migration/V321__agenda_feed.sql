-- 日程订阅: one address an officer, of which the digest alone is kept.
create table agenda_feed (
    person text primary key,
    digest bytea not null unique,
    made_at timestamptz not null
);
grant insert, select, update, delete on agenda_feed to ${app_role};
