-- What a device says after each change, when it last said that nothing changed, and who made the change.
alter table baton_config_revision add column mark varchar(400);
alter table baton_config_revision add column confirmed_at timestamp with time zone;
alter table baton_config_revision add column author varchar(255);
alter table baton_config_revision add column author_seen varchar(1000);
create index baton_config_revision_content on baton_config_revision (sha256);
