-- 法规库: laws by version, and the articles that somebody entered.
create table projection.law (
    name text not null,
    in_force date not null,
    until date,
    successor text not null,
    rank text not null,
    primary key (name, in_force)
);
grant insert, select, update, delete on projection.law to ${app_role};

create table projection.law_article (
    name text not null,
    in_force date not null,
    number text not null,
    kind text not null,
    text text not null,
    source text not null,
    primary key (name, in_force, number, kind)
);
grant insert, select, update, delete on projection.law_article to ${app_role};
