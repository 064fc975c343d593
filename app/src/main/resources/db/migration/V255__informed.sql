-- 抄送: who was given which case to read; derived from the streams of the cases.
create table projection.case_informed (
    case_id uuid not null,
    person text not null,
    day date not null,
    giver text not null,
    primary key (case_id, person)
);
create index case_informed_person on projection.case_informed (person, day);
grant insert, select, update, delete on projection.case_informed to ${app_role};
