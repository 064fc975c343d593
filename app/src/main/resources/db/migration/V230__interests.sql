-- 利害关系申报: derived from the streams of the organs; personal, read by the officer himself and by the head who decides.
create table projection.interest (
    person text not null,
    seq integer not null,
    party text not null,
    what text not null,
    from_day date not null,
    until_day date,
    declared_on date not null,
    primary key (person, seq)
);
grant insert, select, update, delete on projection.interest to ${app_role};
