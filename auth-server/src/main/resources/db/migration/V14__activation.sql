-- A code that was sent to a phone or a mailbox, to see whether it is somebody's own.
create table contact_code (
  id uuid primary key,
  code_hash text not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  codes_sent integer not null default 1,
  last_sent_at timestamptz not null
);
create index contact_code_expiry on contact_code (expires_at);

-- How many of those an address or number got since a moment, by its hash.
create table contact_day (
  contact_hash text primary key,
  codes integer not null,
  codes_from timestamptz not null
);

-- The codes on letters: the first part finds the row, the second is kept as a slow hash only.
create table activation (
  id uuid primary key,
  selector text not null unique,
  verifier_hash text not null,
  hospital text not null,
  patient text not null,
  identifier_system text not null,
  identifier_value text not null,
  birth_date text not null,
  phone text not null,
  email text,
  language text not null,
  channel text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  failures integer not null default 0,
  used_at timestamptz,
  voided_at timestamptz,
  -- The one enrolment that goes on with this code; a later one takes its place.
  enrolment uuid
);
create unique index activation_live on activation (hospital, patient) where used_at is null and voided_at is null;

-- Between the code on the letter and the account.
create table enrolment (
  id uuid primary key,
  activation_id uuid not null references activation on delete cascade,
  phone_confirmed boolean not null default false,
  username text,
  password_hash text,
  question text,
  answer_hash text,
  email text,
  email_confirmed boolean not null default false,
  email_passed boolean not null default false,
  created_at timestamptz not null
);
create index enrolment_age on enrolment (created_at);

-- The question that lets somebody choose a new password.
create table security_question (
  account_id uuid primary key references account on delete cascade,
  question text not null,
  answer_hash text not null
);

-- A password that came by e-mail: good until then, and only to choose another.
create table temporary_password (
  account_id uuid primary key references account on delete cascade,
  password_hash text not null,
  expires_at timestamptz not null
);
alter table pending_login add must_change boolean not null default false;
