-- What people and their apps can read, ready to be sent. Written in the transaction of the system of record;
-- read by inzage_reader only, under row-level security: the database is the second guard after the query.

-- Everything that is about one patient. patient null: no owner could be established; released_from null: hidden.
create table released.resource (
  type text not null,
  id text not null,
  version bigint not null,
  patient text check (patient <> ''),
  hospital text,
  clinical_from timestamptz not null,
  clinical_until timestamptz not null,
  updated timestamptz not null,
  received timestamptz not null,
  own_release timestamptz,
  released_from timestamptz,
  tokens text[] not null,
  refs text[] not null,
  body text not null,
  primary key (type, id)
);
comment on column released.resource.received is 'when this version arrived, by this database''s clock';
comment on column released.resource.own_release is 'what the resource alone asks for; released_from is the latest of its group';
comment on column released.resource.tokens is 'per allowed search parameter: name|system|code and name||code';
comment on column released.resource.refs is 'Type/id of what it names that can be hidden: cut from the body while it is';

-- One index for a dossier by type and for "the newest": array operators are not leakproof, so that row-level
-- security would never let an index on tokens be used.
create index resource_of_patient on released.resource (patient, type, clinical_from, id);

-- Who names what: carries the right to shared rows and documents, and the groups that are released together (part).
create table released.link (
  source_type text not null,
  source_id text not null,
  target_type text not null,
  target_id text not null,
  patient text,
  part boolean not null,
  primary key (source_type, source_id, target_type, target_id)
);
create index link_to_target on released.link (target_type, target_id, patient);

-- Practitioners, organisations, locations, medication: nobody's own, readable when a visible row names them.
create table released.shared (
  type text not null,
  id text not null,
  version bigint not null,
  hospital text,
  updated timestamptz not null,
  body text not null,
  primary key (type, id)
);

-- The content of documents: readable when a visible DocumentReference names it.
create table released.content (
  id text primary key,
  version bigint not null,
  hospital text,
  updated timestamptz not null,
  content_type text not null,
  bytes bytea not null
);

-- What was deleted, so that a rebuild that read an older version cannot bring it back.
create table released.gone (
  type text not null,
  id text not null,
  version bigint not null,
  primary key (type, id)
);

-- The installation's own key for paging cursors, the same on every node.
create table released.secret (
  name text primary key,
  value bytea not null
);

alter table released.resource enable row level security;
alter table released.resource force row level security;
alter table released.link enable row level security;
alter table released.link force row level security;
alter table released.shared enable row level security;
alter table released.shared force row level security;
alter table released.content enable row level security;
alter table released.content force row level security;
alter table released.gone enable row level security;
alter table released.gone force row level security;
alter table released.secret enable row level security;
alter table released.secret force row level security;

create policy writer on released.resource to inzage_fhir using (true) with check (true);
create policy writer on released.link to inzage_fhir using (true) with check (true);
create policy writer on released.shared to inzage_fhir using (true) with check (true);
create policy writer on released.content to inzage_fhir using (true) with check (true);
create policy writer on released.gone to inzage_fhir using (true) with check (true);
create policy writer on released.secret to inzage_fhir using (true) with check (true);

-- The settings are made in the very statement that reads, for that statement only.
create policy own_and_released on released.resource for select to inzage_reader
  using (patient = current_setting('inzage.patient', true) and released_from <= statement_timestamp());

create policy of_visible_source on released.link for select to inzage_reader
  using (patient = current_setting('inzage.patient', true)
    and exists (select from released.resource r where r.type = link.source_type and r.id = link.source_id));

create policy reached_or_self on released.shared for select to inzage_reader
  using (type || '/' || id = current_setting('inzage.person', true)
    or exists (select from released.link l
      where l.target_type = shared.type and l.target_id = shared.id
        and l.patient = current_setting('inzage.patient', true)));

create policy named_by_document on released.content for select to inzage_reader
  using (exists (select from released.link l
      where l.target_type = 'Binary' and l.target_id = content.id and l.source_type = 'DocumentReference'
        and l.patient = current_setting('inzage.patient', true)));

grant select on released.resource, released.link, released.shared, released.content to inzage_reader;
