-- Which version of a secret Baton uses for a device. One row and not a state for each version, so that promoting is one statement.
create table baton_secret (
  name varchar(128) not null,
  device varchar(128) not null,
  -- 0 is the secret that the inventory names as the first one.
  current_version integer not null,
  previous_version integer,
  pending_version integer,
  newest_version integer not null,
  changed_at timestamp with time zone not null,
  primary key (name, device)
);
create table baton_secret_version (
  name varchar(128) not null,
  device varchar(128) not null,
  version integer not null,
  -- Sealed with a key of the administrator's file, and bound to name, device and version.
  sealed ${binary} not null,
  made_by varchar(64) not null,
  made_at timestamp with time zone not null,
  primary key (name, device, version),
  foreign key (name, device) references baton_secret (name, device)
);
