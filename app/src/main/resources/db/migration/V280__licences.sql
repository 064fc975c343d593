-- 许可证: derived from the streams of the licences, one for each; the holder as the results show him.
create table projection.licence (
    number text primary key,
    stream uuid not null unique,
    power text not null,
    organ text not null,
    case_no text not null unique,
    holder text not null,
    from_on date not null,
    until_on date,
    status text not null,
    pending boolean not null,
    changed_on date,
    renewed_on date
);
create index on projection.licence (organ, from_on);
create index on projection.licence (power, status);
create index on projection.licence (until_on) where status = 'in-force' and not pending;
grant insert, select, update, delete on projection.licence to ${app_role};
