-- 授权文件 (D17): by what paper the signing was given.
alter table projection.signing_delegation add column document text not null default '';
