-- 配权: derived from the streams of the organs.
create table projection.organ (
    organ text primary key,
    name_zh text not null,
    name_en text not null,
    place text not null,
    phone text not null
);
create table projection.officer (
    person text primary key,
    organ text not null,
    name text not null,
    post_zh text not null,
    post_en text not null
);
create table projection.assignment (
    person text not null,
    organ text not null,
    section text not null,
    role text not null,
    from_day date not null,
    until_day date,
    primary key (person, organ, role, from_day)
);
create table projection.absence (
    person text not null,
    deputy text not null,
    from_day date not null,
    until_day date not null,
    primary key (person, from_day)
);
create table projection.qualification (
    person text not null,
    kind text not null,
    from_day date not null,
    until_day date,
    primary key (person, kind, from_day)
);
grant insert, select, update, delete on projection.organ, projection.officer, projection.assignment, projection.absence,
    projection.qualification to ${app_role};
