-- A result names a role, and the role names who has it: without this step the patient would not get to see a name.
-- One step only, so that nobody walks from the own doctor through the whole hospital.
create table released.shared_link (
  source_type text not null,
  source_id text not null,
  target_type text not null,
  target_id text not null,
  primary key (source_type, source_id, target_type, target_id)
);
create index shared_link_to_target on released.shared_link (target_type, target_id);

alter table released.shared_link enable row level security;
alter table released.shared_link force row level security;

create policy writer on released.shared_link to inzage_fhir using (true) with check (true);

create policy of_reached_source on released.shared_link for select to inzage_reader
  using (exists (select from released.link l
      where l.target_type = shared_link.source_type and l.target_id = shared_link.source_id
        and l.patient = current_setting('inzage.patient', true)));

create policy reached_through_shared on released.shared for select to inzage_reader
  using (exists (select from released.shared_link l
      where l.target_type = shared.type and l.target_id = shared.id));

grant select on released.shared_link to inzage_reader;
