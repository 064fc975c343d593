-- 按年分区: events and what is sealed beside them, one part for each calendar year (北京时间) in which a case began. A case's id is a UUID
-- of version 7, whose first 48 bits are the milliseconds of its opening, so that the part follows from the stream, and the key of
-- (stream, seq) goes on meaning what ADR 0003 says. ADR 0061.

-- The first id that a case beginning in this year can have.
create function first_stream_of(year integer) returns uuid language sql stable strict parallel safe
    as $$ select rpad(lpad(to_hex((extract(epoch from make_timestamptz(year, 1, 1, 0, 0, 0, 'Asia/Shanghai')) * 1000)::bigint), 12, '0'), 32, '0')::uuid $$;

-- What there is becomes the last part, as it lies on the disk: names taken from a text and the random ids of cases before now are behind 2045
-- but for one in a hundred. Its names give way to those of the whole.
alter table event rename to event_after;
alter table event_after rename constraint event_pkey to event_after_pkey;
alter table disclosure rename to disclosure_after;
alter table disclosure_after rename constraint disclosure_pkey to disclosure_after_pkey;
revoke all on event_after, disclosure_after from ${app_role};

create table event (like event_after including constraints, primary key (stream, seq)) partition by range (stream);
create table disclosure (like disclosure_after including constraints, primary key (stream, seq, subject)) partition by range (stream);
grant insert, select on event, disclosure to ${app_role};

-- One for all before, one a year. No default part: a year that is carved later would have to be taken out of it.
do $$
declare
    whole text;
begin
    foreach whole in array array['event', 'disclosure'] loop
        execute format('create table %I partition of %I for values from (minvalue) to (first_stream_of(2026))', whole || '_before', whole);
        for year in 2026 .. 2045 loop
            execute format('create table %I partition of %I for values from (first_stream_of(%s)) to (first_stream_of(%s))',
                whole || '_' || year, whole, year, year + 1);
        end loop;
    end loop;
end $$;

-- The one in a hundred goes where its id belongs.
with gone as (delete from event_after where stream < first_stream_of(2046) returning stream, seq, entry)
insert into event (stream, seq, entry) select stream, seq, entry from gone;
with gone as (delete from disclosure_after where stream < first_stream_of(2046) returning stream, seq, subject, blob)
insert into disclosure (stream, seq, subject, blob) select stream, seq, subject, blob from gone;

alter table event attach partition event_after for values from (first_stream_of(2046)) to (maxvalue);
alter table disclosure attach partition disclosure_after for values from (first_stream_of(2046)) to (maxvalue);

-- Nobody analyses a whole by himself, and the server's role may not: what is known of its parts is known of it from here on.
analyze event, disclosure;
