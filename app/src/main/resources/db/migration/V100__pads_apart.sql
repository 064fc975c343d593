-- Each pad is a stream of its own (领用一本): a number knows its pad, by the pad's first number, and the stream that speaks of it. Numbers
-- issued before stand in their organ's one stream: version 3 UUID of 'pads:' and the organ, as Java derives it.
alter table projection.numbered_form add column pad text, add column stream uuid, add column returned_on date;
update projection.numbered_form f set
    pad = (select min(o.number) from projection.numbered_form o
           where o.organ = f.organ and o.person = f.person and o.issued_on = f.issued_on and left(o.number, -6) = left(f.number, -6)),
    stream = overlay(overlay(md5('pads:' || organ) placing '3' from 13)
                     placing to_hex((('x' || substr(md5('pads:' || organ), 17, 1))::bit(4)::int & 3) | 8) from 17)::uuid;
alter table projection.numbered_form alter column pad set not null, alter column stream set not null;
drop index projection.numbered_form_unused;
create index numbered_form_unused on projection.numbered_form (organ, person)
    where used_on is null and voided_on is null and returned_on is null;
create index numbered_form_pad on projection.numbered_form (organ, pad);
