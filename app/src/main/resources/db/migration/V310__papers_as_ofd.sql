-- 文书的 OFD 形式: drawn when first asked for, beside the PDF; derived from the paper's own stream.
create table projection.document_ofd (
    id uuid primary key,
    attachment uuid not null,
    pages integer not null,
    commitment text not null
);
grant insert, select, update, delete on projection.document_ofd to ${app_role};
