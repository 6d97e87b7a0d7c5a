-- Who looked at what, by people and apps. The narrow door's role can add to it and do nothing else with it, not even
-- read it; nobody's role changes or deletes a row.
create table audit.look (
  number bigint generated always as identity primary key,
  recorded timestamptz not null default clock_timestamp(),
  client text,
  person text,
  patient text,
  hospital text,
  access_grant text,
  action text not null,
  what text not null,
  status integer not null
);
comment on column audit.look.what is 'what was asked, never what was found; without parameters that hold a personal number';
create index look_at_patient on audit.look (patient, recorded);

create function audit.refuse() returns trigger language plpgsql as $$
  begin
    raise exception 'the audit trail is only added to';
  end $$;
create trigger look_is_for_good before update or delete on audit.look
  for each row execute function audit.refuse();
create trigger look_is_not_emptied before truncate on audit.look
  for each statement execute function audit.refuse();

revoke all on audit.look from public;
grant insert (client, person, patient, hospital, access_grant, action, what, status) on audit.look to inzage_reader;
