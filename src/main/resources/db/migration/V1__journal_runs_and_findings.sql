create sequence baton_run_reference start with 1;

-- One row per root process instance; called runs share its reference.
create table baton_run (
  reference varchar(32) primary key,
  process_instance varchar(64) not null unique,
  procedure_key varchar(255) not null,
  mode varchar(16) not null,
  requester varchar(255) not null,
  reason varchar(2000) not null,
  query varchar(2000) not null,
  started_at timestamp with time zone not null,
  cancelled_by varchar(255),
  cancel_reason varchar(2000)
);
create index baton_run_started on baton_run (started_at desc, reference desc);

create table baton_target_set (
  id varchar(32) primary key,
  run varchar(64) not null,
  parent varchar(32),
  created_at timestamp with time zone not null
);
create index baton_target_set_parent on baton_target_set (parent, run);

create table baton_target (
  target_set varchar(32) not null references baton_target_set (id),
  position integer not null,
  device varchar(255) not null,
  primary key (target_set, position)
);

-- The journal: one row per step and device.
create table baton_action (
  id varchar(36) primary key,
  run varchar(64) not null,
  process_instance varchar(64) not null,
  activity varchar(255) not null,
  step varchar(64) not null,
  position integer not null,
  device varchar(255) not null,
  delegate varchar(255) not null,
  effect varchar(16) not null,
  state varchar(16) not null,
  attempt integer not null,
  node varchar(64),
  fence bigint,
  command ${text},
  command_digest varchar(64),
  planned_at timestamp with time zone not null,
  intent_at timestamp with time zone,
  sent_at timestamp with time zone,
  finished_at timestamp with time zone,
  exit_status integer,
  error varchar(40),
  message varchar(2000),
  changed boolean,
  result ${text},
  waiting_for varchar(255),
  decided_by varchar(255),
  decision_reason varchar(2000),
  constraint baton_action_once unique (step, device),
  constraint baton_action_state check (state in ('PLANNED', 'INTENT', 'SENT', 'SUCCEEDED', 'FAILED', 'UNKNOWN',
    'NOT_APPLIED', 'ABANDONED', 'REFUSED', 'CANCELLED', 'HELD'))
);
create index baton_action_run on baton_action (run, device);
create index baton_action_device on baton_action (device, planned_at desc);
create index baton_action_open on baton_action (state, node);

-- One row per attempt and node; a late answer of a fenced-off attempt is kept and marked.
create table baton_transcript (
  action varchar(36) not null references baton_action (id),
  attempt integer not null,
  node varchar(64) not null,
  late boolean not null,
  bytes integer not null,
  sha256 varchar(64) not null,
  content ${binary} not null,
  recorded_at timestamp with time zone not null,
  primary key (action, attempt, node)
);

create table baton_lease (
  resource varchar(255) primary key,
  holder varchar(64) not null,
  token bigint not null,
  expires_at timestamp with time zone not null
);

create table baton_node (
  id varchar(64) primary key,
  started_at timestamp with time zone not null,
  heartbeat_at timestamp with time zone not null
);

-- Decisions of people, and the decisions that were refused to them.
create table baton_approval (
  id varchar(36) primary key,
  run varchar(64) not null,
  task varchar(64) not null,
  task_key varchar(255) not null,
  task_name varchar(255) not null,
  person varchar(255) not null,
  requester varchar(255) not null,
  decision varchar(32) not null,
  reason varchar(2000) not null,
  refused boolean not null,
  decided_at timestamp with time zone not null
);
create index baton_approval_run on baton_approval (run);

create table baton_finding (
  id varchar(36) primary key,
  device varchar(255) not null,
  kind varchar(64) not null,
  part varchar(255) not null,
  severity varchar(16) not null,
  message varchar(2000) not null,
  state varchar(16) not null,
  seen integer not null,
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  run varchar(64) not null
);
create index baton_finding_device on baton_finding (device, kind, state);
create index baton_finding_seen on baton_finding (state, seen_at desc);

create table baton_config_blob (
  sha256 varchar(64) primary key,
  bytes integer not null,
  content ${binary} not null
);

create table baton_config_revision (
  device varchar(255) not null,
  number integer not null,
  sha256 varchar(64) not null references baton_config_blob (sha256),
  added_lines integer not null,
  removed_lines integer not null,
  run varchar(64) not null,
  reason varchar(2000) not null,
  created_at timestamp with time zone not null,
  verified_at timestamp with time zone not null,
  mirrored boolean not null,
  primary key (device, number)
);

create table baton_idempotency (
  request_key varchar(255) not null,
  person varchar(255) not null,
  request_digest varchar(64) not null,
  status integer,
  body ${text},
  created_at timestamp with time zone not null,
  primary key (request_key, person)
);
