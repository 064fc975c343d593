-- 文书: numbered after sequencing, drawn when first opened.
-- Texts of papers by digest: a paper is drawn from the text that was in use when it got its number.
create table document_template (
    digest text primary key,
    body text not null,
    created_at timestamptz not null default now()
);

-- How far the registrar has followed the log.
create table document_cursor (
    one integer primary key check (one = 1),
    next bigint not null
);
insert into document_cursor values (1, 0);

grant insert, select on document_template to ${app_role};
grant select, update on document_cursor to ${app_role};

create table projection.document (
    id uuid primary key,
    case_id uuid not null,
    case_seq integer not null,
    kind text not null,
    name_zh text not null,
    name_en text not null,
    organ text not null,
    year integer not null,
    n bigint not null,
    number text not null,
    day date not null,
    to_applicant boolean not null,
    served boolean not null,
    template text not null,
    leaf text not null,
    unique (organ, kind, year, n),
    unique (case_id, case_seq, kind)
);
create index document_case on projection.document (case_id);
create table projection.document_drawn (
    id uuid primary key,
    attachment uuid not null,
    pages integer not null,
    commitment text not null
);
grant insert, select, update, delete on projection.document, projection.document_drawn to ${app_role};
