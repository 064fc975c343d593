-- 制度文本 by digest: insert once, never changed; the event names the digest.
create table definition_text (
    digest text primary key,
    file_name text not null,
    text text not null
);
grant insert, select on definition_text to ${app_role};

create table projection.power_version (
    code text not null,
    version integer not null,
    digest text not null,
    in_force date not null,
    published_on date not null,
    cancelled_on date,
    primary key (code, version)
);
grant insert, select, update, delete on projection.power_version to ${app_role};

-- 事项库存: items that came in by import; public and searchable, not in force, not startable.
create table projection.power_item (
    item uuid primary key,
    code text not null unique,
    basic_code text not null,
    name text not null,
    main_item text not null,
    kind text not null,
    department text not null,
    body_code text not null,
    flags text[] not null,
    imported_on date not null
);
create index power_item_department on projection.power_item (department);
grant insert, select, update, delete on projection.power_item to ${app_role};
