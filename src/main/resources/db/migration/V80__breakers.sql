-- Devices that are left alone and credentials that nobody logs in with until a time, and those of a while ago: their next try decides.
create table baton_breaker (
  kind varchar(16) not null,
  name varchar(255) not null,
  failures integer not null,
  open_until timestamp with time zone not null,
  seen varchar(2000) not null,
  primary key (kind, name)
);
