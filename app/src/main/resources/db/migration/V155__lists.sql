-- 清单文本 by digest: insert once, never changed; the event names the digest.
create table list_text (
    digest text primary key,
    text text not null
);
grant insert, select on list_text to ${app_role};

create table projection.list_version (
    organ text not null,
    kind text not null,
    number integer not null,
    effective date not null,
    digest text not null,
    rows integer not null,
    campaign text not null,
    resolution text not null,
    decided_on date not null,
    published_at timestamptz not null,
    primary key (organ, kind, number)
);
create table projection.list_kind (
    kind text primary key,
    name_zh text not null,
    name_en text not null,
    columns text[] not null,
    columns_zh text[] not null,
    columns_en text[] not null,
    required text[] not null,
    choices text[] not null
);
grant insert, select, update, delete on projection.list_version, projection.list_kind to ${app_role};
