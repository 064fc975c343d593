-- 制度草稿: every state a draft ever had, by power. Rows are added and never changed: who changed what, and when.
-- kind: opened, saved, submitted, closed.
create table draft_state (
    code text not null,
    n integer not null,
    kind text not null,
    organ text not null,
    section text not null,
    changed_by text not null,
    changed_at timestamptz not null,
    text text not null,
    primary key (code, n)
);
grant insert, select on draft_state to ${app_role};
