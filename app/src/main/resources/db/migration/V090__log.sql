-- One log a county unit and year (日志): it begins behind the last entry of the log before, and its entries are those up to the next one's first.
create table log (
    year integer primary key check (year between 2000 and 9999),
    origin text not null unique,
    first bigint not null unique check (first >= 0)
);
grant select, insert on log to ${app_role};
