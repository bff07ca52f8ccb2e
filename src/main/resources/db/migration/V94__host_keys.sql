-- Host keys that devices showed instead of the trusted ones, and what people decided about them.
create table baton_host_key (
  id varchar(36) primary key,
  device varchar(255) not null,
  -- Digest of what the inventory trusts: a decision holds as long as the inventory says the same.
  inventory varchar(64) not null,
  source varchar(16) not null,
  expected varchar(2000) not null,
  offered varchar(64) not null,
  key_type varchar(64) not null,
  met_by varchar(64) not null,
  met_at timestamp with time zone not null,
  state varchar(16) not null,
  decided_in varchar(64),
  decided_by varchar(255),
  decision_reason varchar(2000),
  decided_at timestamp with time zone,
  -- When the device was trusted again, with this key or another.
  closed_at timestamp with time zone,
  constraint baton_host_key_once unique (device, inventory, offered),
  constraint baton_host_key_state check (state in ('OPEN', 'BARRED', 'APPROVED', 'REJECTED'))
);
