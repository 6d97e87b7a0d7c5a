-- The secret is encrypted with INZAGE_AUTH_ENCRYPTION_KEY for this account; last_step makes a code work once.
create table authenticator_app (
  account_id uuid primary key references account on delete cascade,
  secret bytea not null,
  last_step bigint not null,
  added_at timestamptz not null
);

create table recovery_code (
  account_id uuid not null references authenticator_app on delete cascade,
  hash text not null,
  used_at timestamptz,
  primary key (account_id, hash)
);

-- Tries of another second step than the code by SMS, which has tries of its own.
alter table pending_login add other_tries integer not null default 0;
