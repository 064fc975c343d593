-- 大县的列表: measured with `./guiju bench scale`.
-- What is open is little beside what is over, and is what everybody asks for. The condition changes once, when a case is closed, so that the
-- acts before it still change the row in its place.
create index case_row_open on projection.case_row (organ, no) where closed_on is null;

-- Lists of one organ and of all of them, what runs first and then the latest; the decision counts from the index alone. Its columns change
-- with the decision and with the closing, where the index of decisions changes already.
create index case_row_organ on projection.case_row (organ, closed_on desc nulls first, no desc) include (decision);
create index case_row_closed on projection.case_row (closed_on desc nulls first, no desc) include (decision);

-- Published results, the latest first.
create index case_row_results on projection.case_row (decided_on desc, no desc) include (publicity_until, granted) where publicised and decided_on is not null;
