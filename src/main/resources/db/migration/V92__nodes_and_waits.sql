-- Nodes say where they run, how far their clock is from the database's, and whether they take steps, else why not.
alter table baton_node add column host varchar(255) default '' not null;
alter table baton_node add column version varchar(64) default '' not null;
alter table baton_node add column state varchar(16) default 'RUNNING' not null;
alter table baton_node add column reason varchar(2000);
alter table baton_node add column clock_skew_ms bigint default 0 not null;
alter table baton_node add column silent_from timestamp with time zone;
-- Since when an action waits for what it waits for.
alter table baton_action add column waiting_since timestamp with time zone;
-- Which node opened it.
alter table baton_breaker add column node varchar(64);
