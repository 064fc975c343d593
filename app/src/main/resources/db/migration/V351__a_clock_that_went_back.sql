-- A machine's clock stood in the future and was set right: every case is to be judged again, also after a start that was cut off.
alter table supervision_clock add column again boolean not null default false;
