-- Tokens by which scripts sign in as the person who made them. Only the SHA-256 of a token is kept.
create table baton_access_token (
  id varchar(36) primary key,
  person varchar(255) not null,
  purpose varchar(255) not null,
  digest varchar(64) not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by varchar(255)
);
create unique index baton_access_token_digest on baton_access_token (digest);
create index baton_access_token_person on baton_access_token (person, made_at desc);
