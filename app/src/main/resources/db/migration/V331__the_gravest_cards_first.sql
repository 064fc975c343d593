-- 牌的次序: the page of cards reads them in this order; without an index all cards on record were sorted for each page (`./guiju bench scale`).
create index finding_gravest on projection.finding ((case severity when 'red' then 0 when 'yellow' then 1 else 2 end), first_at, finding);
