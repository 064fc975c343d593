-- 职权清理: campaigns, derived from their streams; what a unit has compiled is read from its own stream. 机构性质 of an organ (A76).
alter table projection.organ add column nature text not null default 'administrative';
create table projection.clearing_campaign (
    campaign text primary key,
    title text not null,
    kind text not null,
    basis text not null,
    opened_on date not null,
    opened_by text not null,
    organs text[] not null,
    -- Stage and planned day in turn.
    milestones text[] not null
);
grant insert, select, update, delete on projection.clearing_campaign to ${app_role};
