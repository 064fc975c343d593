-- 资格证件: number and area of a certificate; the enforcement qualification of organs (执法主体资格).
alter table projection.qualification add column number text not null default '';
alter table projection.qualification add column area text not null default '';
alter table projection.qualification drop constraint qualification_pkey;
alter table projection.qualification add primary key (person, kind, area, from_day);
create table projection.organ_qualification (
    organ text not null,
    seq integer not null,
    basis text not null,
    from_day date not null,
    until_day date,
    primary key (organ, seq)
);
grant insert, select, update, delete on projection.organ_qualification to ${app_role};
