-- Who made the account with DigiD has no password, and the hospital may know no phone.
alter table account
  alter password_hash drop not null,
  alter phone drop not null,
  add terms_accepted_at timestamptz;
create index account_identifier on account (hospital, identifier_value);

-- A login on its way to DigiD: it comes back once.
create table digid_request (
  id uuid primary key,
  state_hash text not null,
  hospital text not null,
  nonce text not null,
  verifier text not null,
  created_at timestamptz not null
);
create index digid_request_age on digid_request (created_at);

-- Between DigiD and the terms of a new account; the person's number is encrypted with INZAGE_AUTH_ENCRYPTION_KEY.
create table digid_enrolment (
  id uuid primary key,
  hospital text not null,
  bsn bytea not null,
  level text not null,
  created_at timestamptz not null
);
create index digid_enrolment_age on digid_enrolment (created_at);
