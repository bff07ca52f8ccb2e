-- Names device, kind and part while the finding is open and is null afterwards: at most one is open.
alter table baton_finding add column open_key varchar(600);
alter table baton_finding add constraint baton_finding_open_once unique (open_key);
create index baton_finding_run on baton_finding (run);
create index baton_config_revision_mirrored on baton_config_revision (mirrored, created_at);
