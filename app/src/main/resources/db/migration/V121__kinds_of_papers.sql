-- From which place of the log on papers of a kind are numbered: an event before it never called for one.
create table document_kind (
    kind text primary key,
    since bigint not null
);
insert into document_kind select distinct kind, 0 from projection.document;
grant insert, select on document_kind to ${app_role};
