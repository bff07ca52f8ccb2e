-- Whether a run was started as an emergency: it does not wait for the change windows of its devices.
alter table baton_run add column emergency boolean default false not null;
-- What detached commands said so far, with secrets masked; gone when the transcript is kept, and evidence when it never is.
create table baton_output (
  action varchar(36) not null references baton_action (id),
  attempt integer not null,
  position integer not null,
  content ${binary} not null,
  seen_at timestamp with time zone not null,
  primary key (action, attempt, position)
);
