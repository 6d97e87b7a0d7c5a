-- The stamps once more, beside the rows. When a version came, what it was released with and what was seen by then is
-- told nowhere else: a row that is lost comes back with the stamp it had, and a row whose stamp was moved is found.
create table released.stamp (
  type text not null,
  id text not null,
  version bigint not null,
  updated timestamptz not null,
  received timestamptz not null,
  replaced timestamptz,
  role text not null,
  known_before timestamptz,
  known timestamptz,
  own_ordinary timestamptz,
  own_early timestamptz,
  own_reasons text[] not null,
  ordinary_from timestamptz,
  ordinary_until timestamptz not null,
  early_from timestamptz,
  early_until timestamptz not null,
  reasons text[] not null,
  policy text not null,
  depends text[] not null,
  primary key (type, id, version)
);
comment on column released.stamp.updated is 'of the version in the store: a version of another life of the id has none';
comment on column released.stamp.depends is 'Type/id of what else decided on it; of the newest version only';

insert into released.stamp
select r.type, r.id, r.version, r.updated, r.received, r.replaced, r.role, r.known_before, r.known, r.own_ordinary,
  r.own_early, r.own_reasons, r.ordinary_from, r.ordinary_until, r.early_from, r.early_until, r.reasons, r.policy,
  (select coalesce(array_agg(d.target order by d.target), '{}') from released.dependence d
    where r.replaced is null and d.type = r.type and d.id = r.id)
from released.resource r;

-- Dossiers that wait for their stamps: while rows are missing nobody knows who belongs to a group.
create table released.undecided (
  patient text not null,
  type text not null,
  id text not null,
  primary key (patient, type, id)
);

-- How far the rebuild and the comparison with the store are, and which node is at it.
create table released.upkeep (
  task text primary key check (task in ('REBUILD', 'RECONCILE')),
  asked timestamptz,
  begun timestamptz,
  ended timestamptz not null,
  place text not null default '',
  done bigint not null default 0,
  total bigint not null default 0,
  exposing bigint not null default 0,
  mended bigint not null default 0,
  remaining bigint not null default 0,
  alarm bigint not null default 0,
  bodies bigint not null default 0,
  last text not null default '',
  waits boolean not null default false,
  holder text,
  held_until timestamptz
);
comment on column released.upkeep.begun is 'null while it rests';
comment on column released.upkeep.place is 'where a run that was broken off goes on';
comment on column released.upkeep.alarm is 'what the last round found that showed too much, or could not mend';
comment on column released.upkeep.bodies is 'how far the bodies were compared too, by HAPI''s number';
comment on column released.upkeep.waits is 'rows are missing until it is done: what arrives waits for its stamp';

insert into released.upkeep (task, ended) values ('REBUILD', released.clock_now()), ('RECONCILE', released.clock_now());

-- The codes that there have to be, as the trigger writes them; for the comparison.
create view released.coded as
select distinct r.patient, r.type, left(substr(t, 7), 100) as code, r.clinical_from, r.id, r.number
from released.resource r cross join unnest(r.tokens) t where r.patient is not null and starts_with(t, 'code||');

-- What is over for everybody, for the sweep.
create index resource_replaced on released.resource (type, id) where replaced is not null;

do $$
  declare
    name text;
  begin
    foreach name in array array ['stamp', 'undecided', 'upkeep'] loop
      execute format('alter table released.%I enable row level security', name);
      execute format('alter table released.%I force row level security', name);
      execute format('create policy writer on released.%I to inzage_fhir using (true) with check (true)', name);
    end loop;
  end
$$;
