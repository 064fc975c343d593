-- 案件: one row a case, its open tasks, and what the public may see of its result.
create table projection.case_row (
    case_id uuid primary key,
    no text not null unique,
    power text not null,
    version integer not null,
    situation text not null,
    organ text not null,
    channel text not null,
    applicant_masked text not null,
    account text not null,
    received_on date not null,
    accepted_on date,
    open_steps text[] not null,
    first_handler text,
    promise_due date,
    statute_due date,
    provisional boolean not null,
    paused boolean not null,
    late_entries integer not null,
    decided_on date,
    granted boolean,
    served_on date,
    closed_on date,
    outcome text,
    publicity_until date,
    publicised boolean not null,
    wake_on date,
    events integer not null
);
create index case_row_account on projection.case_row (account) where account <> '';
create index case_row_wake on projection.case_row (wake_on) where closed_on is null;
create index case_row_power on projection.case_row (power, received_on);
create table projection.task (
    case_id uuid not null references projection.case_row (case_id),
    step text not null,
    role text not null,
    organ text not null,
    person text not null default '',
    since date not null,
    due date,
    primary key (case_id, step, role, person)
);
create index task_role on projection.task (organ, role);
create index task_person on projection.task (person) where person <> '';
grant insert, select, update, delete on projection.case_row, projection.task to ${app_role};

-- 申请草稿: kept under the applicant's own key until sent or expired; no record of any act.
create table application_draft (
    ref uuid primary key,
    subject text not null,
    account text not null,
    power text not null,
    version integer not null,
    situation text not null,
    sealed bytea not null,
    case_id uuid,
    expires_on date not null,
    updated_at timestamptz not null
);
grant insert, select, update, delete on application_draft to ${app_role};
