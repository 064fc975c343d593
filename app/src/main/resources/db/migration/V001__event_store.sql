-- 痕迹: events as the exact bytes that are hashed. Nothing is edited, nothing is deleted: the application may insert and select.
create function entry_json(entry bytea) returns jsonb language sql immutable strict parallel safe
    as $$ select convert_from(entry, 'UTF8')::jsonb $$;

create table event (
    stream uuid not null,
    seq integer not null check (seq >= 0),
    entry bytea not null,
    primary key (stream, seq),
    -- The columns repeat what the bytes say, so that the key makes every stream linear; they can never say otherwise.
    constraint event_says_what_its_bytes_say
        check (entry_json(entry) ->> 'stream' = stream::text and (entry_json(entry) ->> 'seq')::integer = seq)
);

-- What is personal or not public, one encrypted blob for one event and one subject (SD-JWT disclosures inside).
create table disclosure (
    stream uuid not null,
    seq integer not null,
    subject text not null,
    blob bytea not null,
    primary key (stream, seq, subject),
    foreign key (stream, seq) references event (stream, seq)
);

-- One key a subject, wrapped by the key of the installation; without it a subject's blobs are noise.
create table subject_key (
    subject text primary key,
    wrapped bytea not null,
    created_at timestamptz not null default now()
);

-- Waiting for its place in the log; taken in identity order by one sequencer.
create table pending (
    id bigint generated always as identity primary key,
    stream uuid not null,
    seq integer not null,
    unique (stream, seq),
    foreign key (stream, seq) references event (stream, seq)
);

create table leaf (
    idx bigint primary key,
    stream uuid not null,
    seq integer not null,
    hash bytea not null check (length(hash) = 32),
    unique (stream, seq),
    foreign key (stream, seq) references event (stream, seq)
);

create table coord (
    one integer primary key check (one = 1),
    next bigint not null
);
insert into coord values (1, 0);

-- Asking again returns the first answer; the same id with another body is refused.
create table command (
    id uuid primary key,
    actor text not null,
    body_digest bytea not null,
    outcome text not null,
    answered_at timestamptz not null default now()
);

-- Running numbers without gaps, one row an organ, kind and year, under its row lock.
create table numbering (
    series text primary key,
    last bigint not null
);

-- Encrypted files; the row is written in the transaction of the act that names the file.
create table attachment (
    id uuid primary key,
    subject text not null,
    commitment text not null,
    salt bytea not null,
    media_type text not null,
    size bigint not null,
    created_at timestamptz not null default now()
);

grant usage on schema public to ${app_role};
grant insert, select on event, disclosure, command, attachment, subject_key to ${app_role};
grant insert, select, delete on pending to ${app_role};
grant insert, select on leaf to ${app_role};
grant select, update on coord to ${app_role};
grant insert, select, update on numbering to ${app_role};

-- Everything in here can be dropped and made again from the events.
create schema projection;
grant usage on schema projection to ${app_role};
