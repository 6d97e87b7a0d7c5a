-- Where an app is opened from the list of a person's apps.
alter table client add launch_uri text;

-- Whose dossier a grant opens, whether it began at that list, and when the person lets it end. Until now everybody had
-- one dossier, the own one.
alter table access_grant add patient text, add launched boolean not null default false, add ends_at timestamptz;
update access_grant g set patient = a.fhir_id from account a
where g.principal_name = a.id::text and a.kind = 'patient';
create index access_grant_principal on access_grant (principal_name);

-- An app that somebody opened: by the hash of what the app has to show, for the last one of each.
create table launch (
  account_id uuid not null references account on delete cascade,
  client_id text not null references client on delete cascade,
  hash text not null unique,
  patient text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, client_id)
);
