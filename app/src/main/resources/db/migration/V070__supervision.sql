-- 电子监察: until when time has been looked at. Cards are a function of a case's events, the calendars and this moment.
create table supervision_clock (
    one integer primary key check (one = 1),
    as_of timestamptz not null
);
grant insert, select, update on supervision_clock to ${app_role};

-- 牌: one row a card, with what it saw; made again whenever its case moves or its next moment comes.
create table projection.finding (
    finding text primary key,
    case_id uuid not null,
    no text not null,
    power text not null,
    power_version integer not null,
    kind text not null,
    organ text not null,
    scheme text not null,
    scheme_version integer not null,
    rule text not null,
    severity text not null,
    object text not null,
    measure text not null,
    clock text not null,
    step text not null,
    at_step text not null,
    post_organ text not null,
    role text not null,
    person text not null,
    handler text not null,
    first_at timestamptz not null,
    found_at timestamptz not null,
    limit_n integer not null,
    limit_unit text not null,
    basis text not null,
    last_day date not null,
    saw integer[] not null,
    through integer not null,
    editions text not null,
    calendar text not null,
    derivation_zh text not null,
    derivation_en text not null,
    state text not null,
    reason text not null,
    closed_by text not null,
    closed_seq integer,
    closed_at timestamptz
);
create index finding_case on projection.finding (case_id);
create index finding_list on projection.finding (state, severity, first_at);
create index finding_organ on projection.finding (organ, first_at);

-- When time alone would light the next card of a case.
create table projection.watched (
    case_id uuid primary key,
    next_at timestamptz
);
create index watched_next on projection.watched (next_at) where next_at is not null;
grant insert, select, update, delete on projection.finding, projection.watched to ${app_role};
