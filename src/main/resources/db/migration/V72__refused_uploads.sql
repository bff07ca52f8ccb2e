-- Files that a person sent and that were refused: one row per broken rule. Nothing of them was deployed.
create table baton_refused_upload (
  id varchar(36) primary key,
  person varchar(255) not null,
  file varchar(255) not null,
  element varchar(255) not null,
  rule varchar(64) not null,
  message varchar(2000) not null,
  refused_at timestamp with time zone not null
);
create index baton_refused_upload_at on baton_refused_upload (refused_at desc);
