-- 许可证件: until when the licence may not be used, and which edition of its paper is good. Rows are derived; `./guiju rebuild` fills them for older licences.
alter table projection.licence add column suspended_until date;
alter table projection.licence add column edition integer not null default 0;
