-- 决定结果: a licence is granted or refused, a penalty is imposed or not; the row says which in the outcome's own word.
alter table projection.case_row add column decision text;
update projection.case_row set decision = case when granted then 'granted' else 'refused' end where decided_on is not null;
