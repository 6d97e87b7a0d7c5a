-- The moment as something that row-level security reads directly: a function's call in each of its conditions, only when
-- a row is there to be judged, took longer than the row, and its time told that there was a row. The reader sees the
-- moment and not the tables.
create view released.believed as
  select case when c.claimed is not null then c.releases_at
      else least(greatest(released.clock_now(), c.releases_at), c.releases_at + c.lease) end as now
  from released.clock c;
comment on view released.believed is 'the moment that counts for release; none while there is no clock';

create or replace function released.moment() returns timestamptz language plpgsql stable security definer
  set search_path = '' as $$
  begin
    return (select b.now from released.believed b);
  end $$;

create view released.present as
  select b.now from released.believed b
  where not exists (select from released.policy p where p.seen_until is not null);
comment on view released.present is 'the moment that counts for all rows alike; none while a hospital''s are stamped anew';
grant select on released.present to inzage_reader;
grant execute on function released.clock_now() to inzage_reader;

-- The same for a hospital that has no policy any more, or a row without one: the moment itself.
create or replace function released.moment_of(of_hospital text, stamped_by text) returns timestamptz language plpgsql
  stable security definer set search_path = '' as $$
  begin
    return coalesce(
      (select case when p.seen_until is null or p.fingerprint = stamped_by then released.moment()
          else least(p.seen_until, released.moment()) end
        from released.policy p where p.hospital = of_hospital),
      released.moment());
  end $$;

-- What the patient of this very statement chose about seeing results right away.
create policy own on released.choice for select to inzage_reader
  using (patient = (select current_setting('inzage.patient', true)));
grant select on released.choice to inzage_reader;

-- One condition, of few parts: each part is made ready for each statement, whether it is asked or not.
alter policy own_and_released on released.resource
  using (patient = (select current_setting('inzage.patient', true))
    and case when
      case when hospital = any ((select string_to_array(current_setting('inzage.early', true), ','))::text[])
          then early_from else ordinary_from end
        <= coalesce((select p.now from released.present p), released.moment_of(hospital, policy))
      then
      case when hospital = any ((select string_to_array(current_setting('inzage.early', true), ','))::text[])
          then early_until else ordinary_until end
        > coalesce((select p.now from released.present p), released.moment_of(hospital, policy))
      else false end);

drop function released.chose_early(text);
drop function released.restamping();
