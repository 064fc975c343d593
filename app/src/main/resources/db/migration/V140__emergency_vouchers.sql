-- 应急凭证: numbered slips of another kind, issued and accounted for as the forms of fines on the spot are. A used one says when it was handed over
-- and which act was entered on it.
alter table projection.numbered_form add column form text not null default 'on-the-spot', add column given_on date, add column act text;
create index numbered_form_case on projection.numbered_form (case_no) where case_no is not null;
