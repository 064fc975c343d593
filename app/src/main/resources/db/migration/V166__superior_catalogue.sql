-- 上级目录 by digest: insert once, never changed; the event names the digest. Items as name, value, name, value …, each begun by its code.
create table superior_file (
    digest text primary key,
    file_name text not null,
    items text[] not null
);
grant insert, select on superior_file to ${app_role};

-- 目录登记: what an office entered about a power, an organ or a post beside the definitions: imported catalogues, adoptions, settled
-- overlaps, tags, links of the chain. The latest entry of a key counts.
create table projection.registry_entry (
    register text not null,
    key text not null,
    position integer not null,
    fields text[] not null,
    entered_at timestamptz not null,
    entered_by text not null,
    primary key (register, key, position)
);
grant insert, select, update, delete on projection.registry_entry to ${app_role};
