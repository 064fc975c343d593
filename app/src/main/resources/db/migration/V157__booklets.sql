-- 职权手册 and the receipts of personal copies; derived from the stream of each unit's booklets.
create table projection.booklet (
    organ text not null,
    number integer not null,
    issued_at timestamptz not null,
    lists text[] not null,
    powers text[] not null,
    primary key (organ, number)
);
create table projection.booklet_receipt (
    organ text not null,
    number integer not null,
    person text not null,
    received_at timestamptz not null,
    primary key (organ, number, person)
);
grant insert, select, update, delete on projection.booklet, projection.booklet_receipt to ${app_role};
