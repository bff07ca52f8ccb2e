alter table baton_idempotency add column location varchar(2000);
create index baton_idempotency_created on baton_idempotency (created_at);
