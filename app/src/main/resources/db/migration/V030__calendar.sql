-- 日历版本: derived from the calendar's stream.
create table projection.calendar_edition (
    edition text primary key,
    year integer not null,
    loaded_at timestamptz not null,
    published date not null,
    papers text[] not null,
    rest_days date[] not null,
    work_days date[] not null
);
grant insert, select, update, delete on projection.calendar_edition to ${app_role};
