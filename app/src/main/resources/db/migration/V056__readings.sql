-- 查阅痕迹: who read which case, and when; the application adds and reads, and changes nothing.
create table reading (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    officer text not null,
    organ text not null,
    case_id uuid not null,
    -- Whether the reader supervises: shown to the supervisors, not to the person concerned (监督检查未公开).
    supervising boolean not null
);
create index reading_of_case on reading (case_id, at);
create index reading_by_officer on reading (officer, at);
grant insert, select on reading to ${app_role};
