-- 岗位、任职、分管、代签: derived from the streams of the organs.
create table projection.post (
    organ text not null,
    post text not null,
    section text not null,
    name_zh text not null,
    name_en text not null,
    level text not null,
    duty text not null,
    integrity text not null,
    roles text[] not null,
    seats integer not null,
    key_post boolean not null,
    rule text not null,
    high_risk boolean not null,
    from_day date not null,
    until_day date,
    primary key (organ, post)
);
create table projection.tenure (
    organ text not null,
    post text not null,
    person text not null,
    manner text not null,
    terms text not null,
    from_day date not null,
    until_day date,
    primary key (organ, post, person, from_day)
);
create table projection.portfolio (
    organ text not null,
    subject text not null,
    leader text not null,
    from_day date not null,
    until_day date,
    primary key (organ, subject, leader, from_day)
);
create table projection.barred_field (
    organ text not null,
    from_day date not null,
    subjects text[] not null,
    primary key (organ, from_day)
);
create table projection.signing_delegation (
    organ text not null,
    giver text not null,
    taker text not null,
    roles text[] not null,
    powers text[] not null,
    from_day date not null,
    until_day date not null,
    primary key (organ, giver, taker, from_day)
);
-- 配权变动 by method (B45).
create table projection.allocation_change (
    organ text not null,
    seq integer not null,
    what text not null,
    method text not null,
    day date not null,
    primary key (organ, seq)
);
grant insert, select, update, delete on projection.post, projection.tenure, projection.portfolio, projection.barred_field,
    projection.signing_delegation, projection.allocation_change to ${app_role};
