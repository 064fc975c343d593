-- 裁量基准: each version of a standard with the steps it took, and what standards computed for cases.
create table projection.discretion_version (
    code text not null,
    version int not null,
    dmn text not null,
    draft_by text not null,
    review_by text,
    submit_by text,
    approve_by text,
    sent_back boolean not null,
    in_force date,
    primary key (code, version)
);
grant insert, select, update, delete on projection.discretion_version to ${app_role};

create table projection.discretion_applied (
    case_id uuid not null,
    no int not null,
    code text not null,
    version int not null,
    row_id text not null,
    factors text[] not null,
    facts text[] not null,
    applied_by text not null,
    applied_at timestamptz not null,
    primary key (case_id, no)
);
create index discretion_applied_row on projection.discretion_applied (code, row_id);
grant insert, select, update, delete on projection.discretion_applied to ${app_role};
