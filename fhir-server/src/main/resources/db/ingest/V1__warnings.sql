-- What came in although a rule advised otherwise, counted per request: for the hospital's integration engineer.
-- Neither a value nor a resource's id is kept here, so it may be read without opening a dossier.
create table ingest_warning (
  received_at timestamptz not null default now(),
  hospital varchar(32) not null,
  client text not null,
  resource_type varchar(40) not null,
  element text not null,
  rule text not null,
  occurrences integer not null check (occurrences > 0)
);

create index ingest_warning_by_hospital on ingest_warning (hospital, received_at desc);
