-- Instants are timestamptz, texts are text: PostgreSQL gains nothing from varchar(n).

create table account (
  id uuid primary key,
  username text not null,
  password_hash text not null,
  phone text not null,
  kind text not null check (kind in ('patient', 'employee')),
  hospital text not null,
  identifier_system text not null,
  identifier_value text not null,
  language text not null,
  fhir_id text,
  created_at timestamptz not null
);
create unique index account_username on account (lower(username));

create table client (
  client_id text primary key,
  name text not null,
  kind text not null check (kind in ('app', 'system')),
  authentication text not null,
  secret_hash text,
  hospital text,
  jwks text,
  jwks_uri text,
  redirect_uris text[] not null,
  post_logout_redirect_uris text[] not null,
  scopes text[] not null,
  consent boolean not null,
  introspection boolean not null
);

create table signing_key (
  kid text primary key,
  jwk text not null,
  created_at timestamptz not null
);

-- One row a launch (or a system token): the thing that is refreshed, ended and, later, shown to the patient.
create table access_grant (
  id text primary key,
  client_id text not null references client on delete cascade,
  principal_name text not null,
  grant_type text not null,
  scopes text not null,
  request text,
  login text,
  login_id uuid,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index access_grant_login on access_grant (login_id);
create index access_grant_client on access_grant (client_id);

-- Tokens are kept as SHA-256 only: who reads this table cannot use one.
create table issued_token (
  hash text primary key,
  grant_id text not null references access_grant on delete cascade,
  kind text not null check (kind in ('state', 'code', 'access', 'id', 'refresh')),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  spent_at timestamptz,
  claims text
);
create index issued_token_grant on issued_token (grant_id, kind, issued_at);
create index issued_token_expiry on issued_token (expires_at);

create table used_assertion (
  client_id text not null,
  jti_hash text not null,
  expires_at timestamptz not null,
  primary key (client_id, jti_hash)
);

-- Between the password and the code: the session holds the id only.
create table pending_login (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  code_hash text,
  code_expires_at timestamptz,
  tries integer not null default 0,
  codes_sent integer not null default 0,
  last_sent_at timestamptz,
  created_at timestamptz not null
);

-- By the hash of the user name as typed, whether or not it exists.
create table login_attempts (
  username_hash text primary key,
  failures integer not null,
  not_before timestamptz not null,
  updated_at timestamptz not null
);
