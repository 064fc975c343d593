-- 编号决定书 (行政处罚法 52): every number that was issued, to whom, and what became of it; derived from the organ's stream of pads.
create table projection.numbered_form (
    organ text not null,
    number text not null,
    person text not null,
    issued_on date not null,
    case_no text,
    used_on date,
    void_reason text,
    voided_on date,
    primary key (organ, number)
);
create index numbered_form_unused on projection.numbered_form (organ, person) where used_on is null and voided_on is null;
grant insert, select, update, delete on projection.numbered_form to ${app_role};
