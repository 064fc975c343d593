-- 事项库存: what an item says beyond the first columns; and previews of imports, which are no official acts and can be swept away.
alter table projection.power_item
    add column code_as_written text not null default '',
    add column department_code text not null default '',
    add column needs_correction boolean not null default false,
    add column import_id uuid,
    add column import_row integer not null default 0;
create index power_item_kind on projection.power_item (kind);

create table import_batch (
    id uuid primary key,
    file_name text not null,
    digest text not null,
    origin text not null,
    header_row integer not null,
    columns text[] not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    stage text not null check (stage in ('CHECKING', 'READY', 'FAILED', 'IMPORTING', 'DONE')),
    failure text not null default '',
    failure_facts text[] not null default '{}',
    rows integer not null default 0,
    accepted integer not null default 0,
    imported integer not null default 0,
    present integer not null default 0
);

create table import_row (
    batch uuid not null references import_batch (id),
    row integer not null,
    accepted boolean not null,
    severity text not null,
    cells text[] not null,
    -- The item as it was checked, for accepted rows: what the clerk saw is what comes in.
    item text[] not null,
    outcome text check (outcome in ('IMPORTED', 'PRESENT')),
    primary key (batch, row)
);
create index import_row_waiting on import_row (batch, row) where accepted and outcome is null;

create table import_problem (
    batch uuid not null,
    row integer not null,
    position integer not null,
    code text not null,
    item_column text not null,
    facts text[] not null,
    primary key (batch, row, position),
    foreign key (batch, row) references import_row (batch, row)
);
create index import_problem_code on import_problem (batch, code);

grant insert, select, update on import_batch, import_row to ${app_role};
grant insert, select on import_problem to ${app_role};
