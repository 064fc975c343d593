-- 权力调整: what became of each power, as it was entered; the standing of a power is folded from these rows.
create table projection.power_adjustment (
    code text not null,
    position integer not null,
    kind text not null,
    fields text[] not null,
    entered_at timestamptz not null,
    entered_by text not null,
    primary key (code, position)
);
grant insert, select, update, delete on projection.power_adjustment to ${app_role};

-- 制度待修订: from this day another item is part of the power, and the version does not know of it.
alter table projection.power_version add column outdated_on date;
