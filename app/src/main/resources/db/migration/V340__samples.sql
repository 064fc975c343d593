-- 形式审查抽查: one row for each case drawn; derived from the streams of the samples.
create table projection.sample_case (
    case_no text primary key,
    stream uuid not null,
    organ text not null,
    month text not null,
    population integer not null,
    seed text not null,
    state text not null,
    checker text not null,
    due date not null,
    checked_on date
);
create index on projection.sample_case (stream);
create index on projection.sample_case (organ, state);
grant insert, select, update, delete on projection.sample_case to ${app_role};
