-- 案卷与归档: all derived from the streams of volumes, dossiers and hand-overs.
create table projection.volume (
    case_id uuid primary key,
    organ text not null,
    year integer not null,
    n bigint not null,
    number text not null,
    no text not null,
    power text not null,
    kind text not null,
    closed_on date not null,
    outcome text not null,
    retention text not null,
    until date,
    -- Number of the case's entries and the leaf of the last: what the volume is about, without opening it.
    entries integer not null,
    head text not null,
    unique (organ, year, n)
);
create index volume_closed on projection.volume (organ, closed_on);

create table projection.dossier (
    case_id uuid not null,
    state text not null,
    attachment uuid not null,
    primary key (case_id, state)
);

-- 出卷: who took a package of the case away, and when.
create table projection.dossier_taken (
    case_id uuid not null,
    seq integer not null,
    at timestamptz not null,
    taker text not null,
    profile text not null,
    primary key (case_id, seq)
);

create table projection.handover (
    organ text not null,
    quarter text not null,
    until date not null,
    due date not null,
    opened_on date not null,
    submitted_on date,
    submitted_by text,
    volumes integer,
    list text,
    received_on date,
    received_by text,
    received_for text,
    primary key (organ, quarter)
);

create table projection.handover_term (
    organ text primary key,
    days integer not null,
    set_on date not null,
    set_by text not null
);

grant insert, select, update, delete on projection.volume, projection.dossier, projection.dossier_taken, projection.handover,
    projection.handover_term to ${app_role};
