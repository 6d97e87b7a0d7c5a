-- What people and their apps can read, ready to be sent. Written in the transaction of the system of record;
-- read by inzage_reader only, under row-level security: the database is the second guard after the query.

-- The clock that releases: one row, shared by all nodes. Without a row nothing is released.
create table released.clock (
  one boolean primary key default true check (one),
  releases_at timestamptz not null,
  claimed timestamptz,
  lease interval not null,
  looks bigint not null default 0
);
comment on column released.clock.releases_at is 'the latest moment of the database''s clock that was believed';
comment on column released.clock.claimed is 'what the database''s clock says while it is not believed; else null';
comment on column released.clock.lease is 'how long after the last look the clock is still believed';

-- What the database's clock says, one value a statement; in a function of its own so that a test can replace it.
create function released.clock_now() returns timestamptz language sql stable
  as $$ select statement_timestamp() $$;

-- The moment that counts for release. A clock that is set back hides nothing; one that jumps shows no more than the
-- lease. Owner's rights: the reader sees the moment and not the table.
create function released.moment() returns timestamptz language sql stable security definer
  set search_path = '' as $$
    select case when claimed is not null then releases_at
      else least(greatest(released.clock_now(), releases_at), releases_at + lease) end
    from released.clock $$;

-- By which policy each hospital's rows are stamped. seen_until: while rows are stamped anew after a change of policy,
-- the others are shown only as far as they were at that moment.
create table released.policy (
  hospital text primary key,
  fingerprint text not null,
  seen_until timestamptz
);

create function released.restamping() returns text[] language sql stable security definer
  set search_path = '' as $$
    select coalesce(array_agg(hospital), '{}') from released.policy where seen_until is not null $$;

create function released.moment_of(of_hospital text, stamped_by text) returns timestamptz language sql stable
  security definer set search_path = '' as $$
    select case when p.seen_until is null or p.fingerprint = stamped_by then released.moment()
      else least(p.seen_until, released.moment()) end
    from released.policy p where p.hospital = of_hospital $$;

-- Everything that is about one patient, version by version. patient null: no owner could be established. A version is
-- seen on a track from its _from until its _until; a _from that is null: never.
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
  replaced timestamptz,
  role text not null check (role in ('PART', 'CARRIER')),
  known_before timestamptz,
  known timestamptz,
  own_ordinary timestamptz,
  own_early timestamptz,
  own_reasons text[] not null,
  ordinary_from timestamptz,
  ordinary_until timestamptz not null default 'infinity',
  early_from timestamptz,
  early_until timestamptz not null default 'infinity',
  reasons text[] not null default '{}',
  policy text not null,
  tokens text[] not null,
  refs text[] not null,
  body text not null,
  primary key (type, id, version)
);
comment on column released.resource.received is 'when this version arrived, by this database''s clock';
comment on column released.resource.replaced is 'when its successor arrived, by the moment that counts for release';
comment on column released.resource.known_before is 'when the version before it became known: this one corrects it';
comment on column released.resource.known is 'when it became known; of what is withheld, the version before it';
comment on column released.resource.own_ordinary is 'what the version alone asks for, after its clinician was heard';
comment on column released.resource.reasons is 'CAUSE|parameter for each step of the decision, for staff';
comment on column released.resource.policy is 'fingerprint of the policy that it was stamped by';
comment on column released.resource.tokens is 'per allowed search parameter: name|system|code and name||code';
comment on column released.resource.refs is 'Type/id of what it names that can be hidden: cut from the body while it is';

-- One index for a dossier by type and for "the newest": array operators are not leakproof, so that row-level
-- security would never let an index on tokens be used.
create index resource_of_patient on released.resource (patient, type, clinical_from, id);
create unique index resource_newest on released.resource (type, id) where replaced is null;

-- Who names what: carries the right to shared rows and documents, and the groups that are released together (part,
-- for the newest version only).
create table released.link (
  source_type text not null,
  source_id text not null,
  source_version bigint not null,
  target_type text not null,
  target_id text not null,
  patient text,
  part boolean not null,
  primary key (source_type, source_id, source_version, target_type, target_id)
);
create index link_to_target on released.link (target_type, target_id, patient);

-- What else decided on a row: a change of the target asks for a new decision.
create table released.dependence (
  target text not null,
  type text not null,
  id text not null,
  primary key (target, type, id)
);
create index dependence_of on released.dependence (type, id);

-- What is never shown itself, but decides on rows: the encounter that a result belongs to, the request for it.
create table released.neighbour (
  type text not null,
  id text not null,
  version bigint not null,
  body text not null,
  primary key (type, id)
);

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

-- What patients chose about seeing results right away, by the Consent that says so.
create table released.choice (
  consent text primary key,
  version bigint not null,
  patient text not null,
  hospital text not null,
  made timestamptz not null,
  early boolean not null
);
create index choice_of_patient on released.choice (patient, hospital);

-- The hospitals at which the patient of this very statement chose to see results right away: the newest choice counts.
create function released.chose_early(of_patient text) returns text[] language sql stable security definer
  set search_path = '' as $$
    select coalesce(array_agg(n.hospital), '{}') from (
      select distinct on (c.hospital) c.hospital, c.early from released.choice c
      where c.patient = of_patient and of_patient = current_setting('inzage.patient', true)
      order by c.hospital, c.made desc, c.consent desc) n
    where n.early $$;

-- What clinicians decided about a version of a resource. Never rebuilt: it is nowhere else.
create table released.act (
  number bigint generated always as identity primary key,
  type text not null,
  id text not null,
  version bigint not null,
  hospital text not null,
  client text not null,
  placed timestamptz not null,
  hold_until timestamptz
);
create index act_on on released.act (type, id);
comment on column released.act.hold_until is 'kept back until then; null: to be shown now';

-- The installation's own key for paging cursors, the same on every node.
create table released.secret (
  name text primary key,
  value bytea not null
);

do $$
  declare
    name text;
  begin
    foreach name in array array ['resource', 'link', 'shared', 'content', 'gone', 'secret', 'clock', 'policy',
        'dependence', 'neighbour', 'choice', 'act'] loop
      execute format('alter table released.%I enable row level security', name);
      execute format('alter table released.%I force row level security', name);
      execute format('create policy writer on released.%I to inzage_fhir using (true) with check (true)', name);
    end loop;
  end
$$;

-- The settings are made in the very statement that reads, for that statement only: whose dossier, and at which
-- hospitals the viewer sees results right away. The moment is no setting: no request can say what time it is.
-- One condition, not four: the database takes each for a third of the rows and would no longer trust the index's order.
create policy own_and_released on released.resource for select to inzage_reader
  using (patient = current_setting('inzage.patient', true)
    and case when hospital = any (string_to_array(current_setting('inzage.early', true), ','))
      then early_from <= case when hospital = any ((select released.restamping())::text[])
          then released.moment_of(hospital, policy) else (select released.moment()) end
        and early_until > case when hospital = any ((select released.restamping())::text[])
          then released.moment_of(hospital, policy) else (select released.moment()) end
      else ordinary_from <= case when hospital = any ((select released.restamping())::text[])
          then released.moment_of(hospital, policy) else (select released.moment()) end
        and ordinary_until > case when hospital = any ((select released.restamping())::text[])
          then released.moment_of(hospital, policy) else (select released.moment()) end
      end);

create policy of_visible_source on released.link for select to inzage_reader
  using (patient = current_setting('inzage.patient', true)
    and exists (select from released.resource r where r.type = link.source_type and r.id = link.source_id
      and r.version = link.source_version));

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
revoke execute on all functions in schema released from public;
grant execute on function released.moment(), released.restamping(), released.moment_of(text, text),
  released.chose_early(text) to inzage_reader;
