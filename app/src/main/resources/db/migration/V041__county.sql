-- Kinds of organs, a village's township, former posts and registered kin; all derived from the streams of the organs.
alter table projection.organ add column kind text not null default 'bureau', add column parent text not null default '';
create table projection.former_post (
    person text not null,
    organ text not null,
    post_zh text not null,
    post_en text not null,
    from_day date not null,
    until_day date not null,
    primary key (person, organ, from_day)
);
create table projection.kinship (
    person text not null,
    seq integer not null,
    relation text not null,
    relative text not null,
    officer text not null,
    place text not null,
    primary key (person, seq)
);
grant insert, select, update, delete on projection.former_post, projection.kinship to ${app_role};
