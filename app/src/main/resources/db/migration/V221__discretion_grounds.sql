-- 选定的从重、从轻情形 of a case: since its grade was computed last.
create table projection.discretion_ground (
    case_id uuid not null,
    no int not null,
    ground text not null,
    direction text not null,
    chosen_by text not null,
    chosen_at timestamptz not null,
    primary key (case_id, no)
);
grant insert, select, update, delete on projection.discretion_ground to ${app_role};
