-- 决定前公示: what a case put up last before anything was decided, from when until when; rebuilt from the events by `./guiju rebuild`.
alter table projection.case_row add announced_from date, add announced_until date;

-- What is up now and what was, the latest first; few cases are ever put up before their decision.
create index case_row_announced on projection.case_row (announced_from desc, no desc) where announced_from is not null;
