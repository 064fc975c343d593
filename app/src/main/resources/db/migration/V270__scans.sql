-- 上传查毒: what the scanner said of a file that came from outside. A file that waits, or in which something was found, is kept and read by
-- nobody. A file without a row came in while no scanner was configured.
create table attachment_scan (
    id uuid primary key references attachment (id),
    state text not null check (state in ('waiting', 'clean', 'found')),
    finding text not null default '',
    tries integer not null default 1,
    tried_at timestamptz not null
);
create index attachment_scan_waiting on attachment_scan (tried_at) where state = 'waiting';
grant insert, select, update on attachment_scan to ${app_role};
