-- 在手事项与移交: derived from the streams of the cases.
create table projection.in_hand (
    case_id uuid not null,
    person text not null,
    part text not null,
    step text not null,
    primary key (case_id, person, part, step)
);
create index in_hand_person on projection.in_hand (person);
create table projection.case_handover (
    case_id uuid not null,
    seq integer not null,
    giver text not null,
    taker text not null,
    day date not null,
    primary key (case_id, seq)
);
create index case_handover_taker on projection.case_handover (taker);
grant insert, select, update, delete on projection.in_hand, projection.case_handover to ${app_role};
