-- One row: which database this is and how far it has come, so that nodes notice when it was set back.
create table baton_installation (
  one integer primary key,
  id varchar(36) not null,
  epoch bigint not null,
  beats bigint not null,
  server varchar(255) not null,
  constraint baton_installation_one check (one = 1)
);
-- Times in which no node begins anything; open_key is 1 while one lasts and null afterwards.
create table baton_quarantine (
  id varchar(36) primary key,
  node varchar(64) not null,
  reason varchar(2000) not null,
  unknown_actions integer not null,
  void_approvals integer not null,
  entered_at timestamp with time zone not null,
  lifted_at timestamp with time zone,
  lifted_by varchar(255),
  lift_reason varchar(2000),
  open_key integer unique
);
create index baton_quarantine_entered on baton_quarantine (entered_at);
-- When an approval ceased to count.
alter table baton_approval add column void_at timestamp with time zone;
