-- Which SNMPv3 engine a device answers with, so that it is not asked again after a restart.
create table baton_snmp_engine (
  device varchar(255) primary key,
  address varchar(255) not null,
  engine_id varchar(64) not null,
  learned_at timestamp with time zone not null
);
