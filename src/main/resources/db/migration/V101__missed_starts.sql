-- Starts by a timer that came too late, because no node could begin them when they were due.
create table baton_missed_start (
  id varchar(36) primary key,
  procedure_key varchar(255) not null,
  activity varchar(255) not null,
  first_due timestamp with time zone not null,
  last_due timestamp with time zone not null,
  missed integer not null,
  policy varchar(16) not null,
  state varchar(16) not null,
  noticed_at timestamp with time zone not null,
  decided_by varchar(255),
  decided_at timestamp with time zone,
  reason varchar(2000)
);
create index baton_missed_start_procedure on baton_missed_start (procedure_key, noticed_at desc);
create index baton_missed_start_noticed on baton_missed_start (noticed_at desc);
