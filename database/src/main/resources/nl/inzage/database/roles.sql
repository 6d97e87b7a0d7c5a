-- One role and one schema per app; run once by a superuser, harmless to run again.
-- psql and the embedded server both replace the :'names' by quoted passwords.

do $$
  declare
    name text;
  begin
    foreach name in array array ['inzage_fhir', 'inzage_reader', 'inzage_auth', 'inzage_portal'] loop
      if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I login', name);
      end if;
    end loop;
  end
$$;

alter role inzage_fhir password :'fhir_password';
alter role inzage_reader nobypassrls password :'reader_password';
alter role inzage_auth password :'auth_password';
alter role inzage_portal password :'portal_password';

revoke all on schema public from public;

create schema if not exists fhir authorization inzage_fhir;
create schema if not exists released authorization inzage_fhir;
create schema if not exists audit authorization inzage_fhir;
create schema if not exists auth authorization inzage_auth;
create schema if not exists portal authorization inzage_portal;

grant usage on schema released to inzage_reader;
grant usage on schema audit to inzage_reader;

alter role inzage_fhir set search_path = fhir;
alter role inzage_reader set search_path = released;
alter role inzage_auth set search_path = auth;
alter role inzage_portal set search_path = portal;
