-- 窗口服务: one row for each window, receipt over several cases, inquiry, free copy, rating and inspection of conduct; derived from their streams.
create table projection.window_item (
    stream uuid primary key,
    kind text not null,
    no text not null unique,
    organ text not null,
    at_window text not null,
    person text not null,
    state text not null,
    on_day date not null,
    due date,
    grade text not null,
    cases text not null,
    about text not null,
    digest text not null
);
create index on projection.window_item (kind, state);
create index on projection.window_item (person);
create index on projection.window_item (digest) where digest <> '';
grant insert, select, update, delete on projection.window_item to ${app_role};
