-- 公共资源交易 (D36): what was put to a public platform and what came of it; derived from the streams of the matters.
create table projection.trade (
    matter text not null,
    number text not null,
    organ text not null,
    kind text not null,
    name text not null,
    platform text not null,
    mode text not null,
    announced date not null,
    outcome text not null,
    winner text not null,
    fen bigint not null,
    reason text not null,
    settled date,
    primary key (matter, number)
);
grant insert, select, update, delete on projection.trade to ${app_role};
