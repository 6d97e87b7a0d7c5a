-- Accounts of nobody real, which an app that no hospital approved may be tried with.
alter table account add sandbox boolean not null default false;

-- Which pages of other sites may read answers; the clients file fills it at the next start.
alter table client add origins text[] not null default '{}';
create index client_origin on client using gin (origins);

create table developer (
  id uuid primary key,
  -- In small letters: it says who somebody is.
  email text not null unique,
  language text not null,
  created_at timestamptz not null
);

-- Links that were mailed, by their SHA-256. A row is gone once it was used.
create table developer_link (
  hash text primary key,
  email text not null,
  language text not null,
  expires_at timestamptz not null
);

-- What there is to an app beside its client: a client without such a row is the operator's.
create table developer_app (
  client_id text primary key references client,
  developer_id uuid not null references developer,
  kind text not null check (kind in ('browser', 'device', 'server', 'keys')),
  organisation text not null,
  website text not null,
  purpose text not null,
  name_key text not null,
  -- One more with each change of what hospitals judge.
  version integer not null default 1,
  asked_version integer,
  asked_at timestamptz,
  registered_at timestamptz not null,
  withdrawn_at timestamptz
);
create index developer_app_developer on developer_app (developer_id);
create index developer_app_name on developer_app (name_key);

-- What each version was that hospitals were asked about.
create table app_version (
  client_id text not null references developer_app,
  version integer not null,
  facts jsonb not null,
  at timestamptz not null,
  primary key (client_id, version)
);

-- What a hospital decided about a version, when and why; the newest counts.
create table app_decision (
  id bigint generated always as identity primary key,
  client_id text not null references developer_app,
  hospital text not null,
  version integer not null,
  verdict text not null check (verdict in ('approved', 'refused', 'stopped')),
  reason text not null,
  by_account uuid not null,
  at timestamptz not null
);
create index app_decision_newest on app_decision (client_id, hospital, id desc);

create function app_history_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was decided about apps is append-only';
end $$;
create trigger app_decision_stays before update or delete or truncate on app_decision
  for each statement execute function app_history_stays();
create trigger app_version_stays before update or delete or truncate on app_version
  for each statement execute function app_history_stays();

-- Of which client something that happened is.
alter table account_event add client_id text;
