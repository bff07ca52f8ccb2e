-- What was seen, who took notice, and how often a finding came back.
alter table baton_finding add column evidence varchar(4000);
alter table baton_finding add column acknowledged_by varchar(255);
alter table baton_finding add column acknowledged_at timestamp with time zone;
alter table baton_finding add column acknowledged_note varchar(2000);
alter table baton_finding add column source varchar(255);
alter table baton_finding add column reopened integer default 0 not null;
create index baton_finding_opened on baton_finding (opened_at);
create index baton_finding_resolved on baton_finding (resolved_at);

-- What actions saw of devices: one current row per device and kind, and earlier ones that differed.
create table baton_observation (
  id varchar(36) primary key,
  device varchar(255) not null,
  kind varchar(64) not null,
  content ${text} not null,
  digest varchar(64) not null,
  since timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  run varchar(64) not null,
  current_key varchar(330),
  constraint baton_observation_current unique (current_key)
);
create index baton_observation_device on baton_observation (device, kind, since desc);
create index baton_observation_kind on baton_observation (kind, device);
