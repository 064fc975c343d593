-- An entry of class S (密封) names neither stream nor number nor kind; every other one must say what its columns say.
create function entry_fits(entry bytea, stream uuid, seq integer) returns boolean language sql immutable parallel safe
    as $$ select case when said ? 'stream' then said @> jsonb_build_object('stream', stream::text, 'seq', seq) else not said ? 'k' end
          from (select convert_from(entry, 'UTF8')::jsonb as said) parsed $$;
alter table event drop constraint event_says_what_its_bytes_say;
alter table event add constraint event_says_what_its_bytes_say check (entry_fits(entry, stream, seq));
