-- Staff have a role each; until now there was one kind of employee, and it stood at the desk.
alter table account drop constraint account_kind_check;
update account set kind = 'desk' where kind = 'employee';
alter table account add constraint account_kind
  check (kind in ('patient', 'desk', 'clinic_employee', 'clinician', 'administrator'));
update access_grant set login = replace(login, '"EMPLOYEE"', '"DESK"') where login like '%"EMPLOYEE"%';
-- A stored session holds the name of the kind that is gone.
delete from spring_session;

alter table account
  alter phone drop not null,
  add email text,
  add birth_date text,
  add closed_at timestamptz;
create index account_person on account (hospital, fhir_id);

-- Failures in a row, each cause by itself, and what they led to; by the hash of the user name, whether or not it exists.
alter table login_attempts rename failures to password_failures;
alter table login_attempts
  add code_failures integer not null default 0,
  add answer_failures integer not null default 0,
  add password_blocked_at timestamptz,
  add blocked_at timestamptz,
  add blocked_because text check (blocked_because in ('password', 'sms_code', 'answer'));

-- Keys of this installation, made at the first start.
create table server_key (
  name text primary key,
  value bytea not null
);

-- Who did what to whose account, when and why. Never a code, a password or a citizen service number.
create table account_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  hospital text not null,
  act text not null,
  account_id uuid,
  patient text,
  by_account uuid,
  channel text,
  reason text
);
create index account_event_account on account_event (account_id, at);
create index account_event_patient on account_event (hospital, patient, at);

create function account_event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'account_event is append-only';
end $$;
create trigger account_event_stays before update or delete or truncate on account_event
  for each statement execute function account_event_stays();
