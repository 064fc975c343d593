-- 收费: derived from the streams of the fees, one for each case; amounts in fen.
create table projection.fee (
    no text primary key,
    power text not null,
    organ text not null,
    charged_on date not null,
    receivable bigint not null,
    waived bigint not null,
    paid bigint not null,
    refunded bigint not null
);
create index on projection.fee (organ, charged_on);
-- 票据: a refund is negative; a number stands in one record only.
create table projection.fee_receipt (
    receipt text primary key,
    no text not null references projection.fee (no),
    day date not null,
    fen bigint not null
);
create index on projection.fee_receipt (no);
grant insert, select, update, delete on projection.fee, projection.fee_receipt to ${app_role};
