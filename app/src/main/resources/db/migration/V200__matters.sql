-- 三重一大事项: derived from the streams of the matters; their texts are read from the stream itself.
create table projection.matter (
    matter text primary key,
    organ text not null,
    class text not null,
    route text not null,
    stage text not null,
    filed_on date not null,
    published boolean not null
);
create index on projection.matter (organ, filed_on);
create index on projection.matter (published);
-- 机关台账 has no rows of its own: its stream is short and is read whole.
grant insert, select, update, delete on projection.matter to ${app_role};
