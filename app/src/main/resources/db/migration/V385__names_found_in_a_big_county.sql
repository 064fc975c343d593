-- 按名称检索: part of a number, a masked name or a power is looked for anywhere in them, in Chinese mostly by two characters, of which an index of
-- trigrams knows nothing. Each character and each pair of neighbours is a gram; a row holds the text only if it holds all its grams.
create function projection.grams(said text) returns text[] language sql immutable strict parallel safe
    return (select coalesce(array_agg(distinct gram), '{}')
            from (select substr(lower(said), i, n) as gram
                  from generate_series(1, char_length(said)) as i, generate_series(1, 2) as n
                  where i + n - 1 <= char_length(said)) as them);
create index case_row_grams on projection.case_row
    using gin (projection.grams(no || ' ' || applicant_masked || ' ' || power));
