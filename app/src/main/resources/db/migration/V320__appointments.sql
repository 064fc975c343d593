-- 排定的听证、现场核查: when a hearing or a visit of a case is to be, who has to be there, and whether it was. Where is read from the case.
create table projection.case_appointment (
    case_id uuid not null,
    kind text not null,
    step text not null,
    on_day date not null,
    hour time,
    persons text[] not null,
    done boolean not null,
    primary key (case_id, kind, step)
);
create index case_appointment_day on projection.case_appointment (on_day);
grant insert, select, update, delete on projection.case_appointment to ${app_role};
create index meeting_day on projection.meeting (held_on);
