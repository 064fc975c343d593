-- 借用人员与机关追加的职责分离: derived from the streams of the organs.
create table projection.role_loan (
    borrower text not null,
    id text not null,
    lender text not null,
    person text not null,
    role text not null,
    powers text[] not null,
    reason text not null,
    from_day date not null,
    last_day date not null,
    state text not null,
    asked_by text not null,
    answered_by text,
    primary key (borrower, id)
);
create table projection.separation_policy (
    organ text not null,
    seq integer not null,
    one text not null,
    other text not null,
    basis text not null,
    from_day date not null,
    primary key (organ, seq)
);
grant insert, select, update, delete on projection.role_loan, projection.separation_policy to ${app_role};
