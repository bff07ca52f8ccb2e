-- Who deployed which version of a procedure; the engine's own table keeps no name.
create table baton_deployment (
  deployment varchar(64) primary key,
  procedure_key varchar(255) not null,
  version integer not null,
  origin varchar(16) not null,
  person varchar(255) not null,
  digest varchar(64) not null,
  deployed_at timestamp with time zone not null
);
create index baton_deployment_procedure on baton_deployment (procedure_key, version);
