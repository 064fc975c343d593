-- 办理效能: what a case has cost whoever applied, besides days (D49).
create table projection.case_effort (
    case_id uuid primary key references projection.case_row (case_id),
    supplements integer not null,
    visits integer not null
);
create index case_row_decided on projection.case_row (decided_on) where decided_on is not null;
grant insert, select, update, delete on projection.case_effort to ${app_role};
