-- 决定结果: a licence is granted or refused, a penalty is imposed or not; the row says which in the outcome's own word.
alter table projection.case_row add column decision text;
update projection.case_row set decision = case when granted then 'granted' else 'refused' end where decided_on is not null;
-- 缴款码: by it the payment page finds what is owed, without a name.
alter table projection.case_row add column payment_code text;
create unique index case_row_payment_code on projection.case_row (payment_code) where payment_code is not null;
