-- 条线系统: derived from the stream of each system.
create table projection.line_system (
    id text primary key,
    name text not null,
    organ text not null,
    contact text not null,
    key_digest text not null,
    mapping text[] not null,
    registered_at timestamptz not null
);
-- 来件批次: derived from the stream of each delivery; a row is taken in, known before, waiting or unreadable.
create table projection.line_delivery (
    delivery uuid primary key,
    system text not null,
    form text not null,
    file text not null,
    hash text not null,
    delivered_at timestamptz not null,
    person text not null,
    rows integer not null
);
create index on projection.line_delivery (system, delivered_at);
create table projection.line_row (
    delivery uuid not null references projection.line_delivery (delivery),
    row_no integer not null,
    state text not null,
    detail text not null,
    theirs text not null,
    shadow uuid,
    primary key (delivery, row_no)
);
create index on projection.line_row (delivery, state);
-- 影子办件: derived from the stream of each case; no applicant is named.
create table projection.shadow_case (
    shadow uuid primary key,
    system text not null,
    theirs text not null,
    organ text not null,
    power text not null,
    version integer not null,
    situation text not null,
    records integer not null,
    accepted_on date,
    decided_on date,
    closed_on date
);
create index on projection.shadow_case (organ, system, theirs);
grant insert, select, update, delete on projection.line_system, projection.line_delivery, projection.line_row, projection.shadow_case to ${app_role};
