-- Whether a run was started as an emergency: it does not wait for the change windows of its devices.
alter table baton_run add column emergency boolean default false not null;
