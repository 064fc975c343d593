-- 专家抽选: one row a draw, folded from its stream; conclusions are asked for by matter before a decision.
create table projection.expert_draw (
    draw text primary key,
    matter text not null,
    title text not null,
    stage text not null,
    announced_on date not null,
    -- Who used the pool in it, by person: keeping and using are apart.
    users text[] not null,
    verdict text not null,
    figure numeric not null,
    needed numeric not null,
    entries integer not null,
    concluded_on date
);
create index on projection.expert_draw (matter);
grant insert, select, update, delete on projection.expert_draw to ${app_role};
