-- 删除与封存: destroying a subject's key erases him; where the file must be kept the key is put away, and the application itself can no longer read it.
grant delete on subject_key to ${app_role};
create table sealed_key (
    subject text primary key,
    wrapped bytea not null,
    sealed_at timestamptz not null default now()
);
grant insert, delete on sealed_key to ${app_role};
grant select (subject) on sealed_key to ${app_role};

create table projection.personal_state (
    subject text primary key,
    state text not null,
    day date not null,
    article text not null,
    officer text not null
);
grant insert, select, update, delete on projection.personal_state to ${app_role};
