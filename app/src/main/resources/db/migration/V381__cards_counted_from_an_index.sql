-- 监察件数: a page of cards counts them by state, colour and post; from this index alone, where the rows of a big county are gigabytes.
create index finding_counts on projection.finding (organ, state, severity, kind, post_organ, role);
