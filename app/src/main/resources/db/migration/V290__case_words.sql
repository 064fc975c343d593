-- 检索: what was written in a case, event by event, as digests of its words under the installation's key; found by whoever may
-- open the list of cases, never by the public.
create table projection.case_word (
    case_id uuid not null references projection.case_row (case_id),
    seq integer not null,
    step text not null,
    words bigint[] not null,
    primary key (case_id, seq)
);
create index case_word_words on projection.case_word using gin (words);
grant insert, select, update, delete on projection.case_word to ${app_role};
