-- 办结环节: who has done what step, for each officer's own count; derived from the streams of the cases.
create table projection.step_done (
    case_id uuid not null,
    round integer not null,
    person text not null,
    step text not null,
    kind text not null,
    organ text not null,
    opened_on date not null,
    closed_on date not null,
    due date,
    late boolean not null,
    primary key (case_id, round, person)
);
create index on projection.step_done (person, closed_on);
create index on projection.step_done (organ, closed_on);
grant insert, select, update, delete on projection.step_done to ${app_role};
