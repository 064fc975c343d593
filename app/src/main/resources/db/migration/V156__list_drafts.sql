-- 清单草稿: which drafts there are; derived from the streams of the lists.
create table projection.list_draft (
    organ text not null,
    kind text not null,
    phase text not null,
    rows integer not null,
    moved timestamptz not null,
    primary key (organ, kind)
);
grant insert, select, update, delete on projection.list_draft to ${app_role};

-- 导入预览: a sheet that was sent in and waits until somebody has looked at its differences; no fact yet.
create table list_sheet (
    id uuid primary key,
    organ text not null,
    kind text not null,
    file_name text not null,
    origin text not null,
    base text not null,
    digest text not null,
    rows integer not null,
    problems text[] not null,
    sent_by text not null,
    sent_at timestamptz not null
);
grant insert, select on list_sheet to ${app_role};
