-- 会议: derived from the streams of the meetings; what was said and voted is read from the stream itself.
create table projection.meeting (
    meeting text primary key,
    kind text not null,
    organ text not null,
    held_on date not null,
    stage text not null,
    members text[] not null
);
create index on projection.meeting (organ, held_on);
create table projection.meeting_item (
    meeting text not null,
    no int not null,
    sort text not null,
    matter text not null,
    settled boolean not null,
    primary key (meeting, no)
);
create index on projection.meeting_item (sort, matter);
-- 会议制度 of an organ has no rows of its own: its stream is short and is read whole.
grant insert, select, update, delete on projection.meeting, projection.meeting_item to ${app_role};
