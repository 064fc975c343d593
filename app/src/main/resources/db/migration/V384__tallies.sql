-- 件数台账: a list of a big county says how many rows stand behind each of its tabs, and counting millions of them for each page takes seconds.
-- The counts are kept as they change. A change adds a row that says by how much, so that two acts never wait for each other's count; from time
-- to time the rows are added up (`Tallies`). What is read is always the sum, in the same snapshot as the rows that are counted.
create table projection.case_tally (
    organ text not null,
    power text not null,
    decision text not null,
    closed boolean not null,
    -- '' not among the published results, 'kept' there for good, 'dated' there for good and put up until a day
    shown text not null,
    n bigint not null,
    added_up boolean not null default false
);
create index case_tally_organ on projection.case_tally (organ, power);
create index case_tally_new on projection.case_tally (added_up) where not added_up;

create table projection.finding_tally (
    organ text not null,
    kind text not null,
    state text not null,
    severity text not null,
    post_organ text not null,
    role text not null,
    n bigint not null,
    added_up boolean not null default false
);
create index finding_tally_organ on projection.finding_tally (organ);
create index finding_tally_new on projection.finding_tally (added_up) where not added_up;
grant insert, select, delete on projection.case_tally, projection.finding_tally to ${app_role};

-- A penalty is public for its time only (granted is null), which depends on today: it is counted from its own index, not here.
create function projection.shown(decided_on date, publicised boolean, granted boolean, until date) returns text
    language sql immutable parallel safe
    return case when decided_on is null or not publicised or granted is null then '' when until is null then 'kept' else 'dated' end;

create function projection.cases_came() returns trigger language plpgsql as $$
begin
    insert into projection.case_tally
    select organ, power, coalesce(decision, ''), closed_on is not null,
        projection.shown(decided_on, publicised, granted, publicity_until), count(*)
    from came group by 1, 2, 3, 4, 5;
    return null;
end $$;
create function projection.cases_went() returns trigger language plpgsql as $$
begin
    insert into projection.case_tally
    select organ, power, coalesce(decision, ''), closed_on is not null,
        projection.shown(decided_on, publicised, granted, publicity_until), -count(*)
    from went group by 1, 2, 3, 4, 5;
    return null;
end $$;
create function projection.case_moved() returns trigger language plpgsql as $$
begin
    insert into projection.case_tally values
        (old.organ, old.power, coalesce(old.decision, ''), old.closed_on is not null,
            projection.shown(old.decided_on, old.publicised, old.granted, old.publicity_until), -1),
        (new.organ, new.power, coalesce(new.decision, ''), new.closed_on is not null,
            projection.shown(new.decided_on, new.publicised, new.granted, new.publicity_until), 1);
    return null;
end $$;
create trigger cases_came after insert on projection.case_row referencing new table as came
    for each statement execute function projection.cases_came();
create trigger cases_went after delete on projection.case_row referencing old table as went
    for each statement execute function projection.cases_went();
-- Most acts change nothing that is counted; then the function is not called.
create trigger case_moved after update on projection.case_row for each row
    when (old.decision is distinct from new.decision
        or (old.closed_on is null) <> (new.closed_on is null)
        or old.granted is distinct from new.granted
        or old.publicised <> new.publicised
        or (old.decided_on is null) <> (new.decided_on is null)
        or (old.publicity_until is null) <> (new.publicity_until is null)
        or old.organ <> new.organ
        or old.power <> new.power)
    execute function projection.case_moved();

create function projection.findings_came() returns trigger language plpgsql as $$
begin
    insert into projection.finding_tally
    select organ, kind, state, severity, post_organ, role, count(*) from came group by 1, 2, 3, 4, 5, 6;
    return null;
end $$;
create function projection.findings_went() returns trigger language plpgsql as $$
begin
    insert into projection.finding_tally
    select organ, kind, state, severity, post_organ, role, -count(*) from went group by 1, 2, 3, 4, 5, 6;
    return null;
end $$;
create trigger findings_came after insert on projection.finding referencing new table as came
    for each statement execute function projection.findings_came();
create trigger findings_went after delete on projection.finding referencing old table as went
    for each statement execute function projection.findings_went();
-- A card is made anew, never changed; if it is some day, the counts follow.
create trigger findings_left after update on projection.finding referencing old table as went
    for each statement execute function projection.findings_went();
create trigger findings_changed after update on projection.finding referencing new table as came
    for each statement execute function projection.findings_came();

insert into projection.case_tally
select organ, power, coalesce(decision, ''), closed_on is not null,
    projection.shown(decided_on, publicised, granted, publicity_until), count(*), true
from projection.case_row group by 1, 2, 3, 4, 5;
insert into projection.finding_tally
select organ, kind, state, severity, post_organ, role, count(*), true from projection.finding group by 1, 2, 3, 4, 5, 6;

-- The six columns were counted from this index by every page of cards; nobody reads it any more.
drop index projection.finding_counts;

-- What is up now, and penalties while their time lasts.
create index case_row_up on projection.case_row (publicity_until) include (organ, power, decision, granted) where publicised and decided_on is not null;
