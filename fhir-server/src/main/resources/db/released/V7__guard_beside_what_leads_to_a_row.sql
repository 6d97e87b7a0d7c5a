-- What leads to a row, its codes and its links, asked the row whether it may be seen. So a hidden row was looked up and
-- judged each time, and its time told that there was one. What guards a row stands beside them now as well. It follows
-- the row, whoever writes it; what has no window, as before its row is stamped, is seen by nobody.
alter table released.code
  add column hospital text,
  add column policy text,
  add column ordinary_from timestamptz,
  add column ordinary_until timestamptz,
  add column early_from timestamptz,
  add column early_until timestamptz;
alter table released.link
  add column hospital text,
  add column policy text,
  add column ordinary_from timestamptz,
  add column ordinary_until timestamptz,
  add column early_from timestamptz,
  add column early_until timestamptz;
comment on column released.code.ordinary_from is 'this and the columns beside it are those of the row';
comment on column released.link.ordinary_from is 'this and the columns beside it are those of the source';

update released.code c set hospital = r.hospital, policy = r.policy, ordinary_from = r.ordinary_from,
  ordinary_until = r.ordinary_until, early_from = r.early_from, early_until = r.early_until
from released.resource r where r.number = c.number;
update released.link l set hospital = r.hospital, policy = r.policy, ordinary_from = r.ordinary_from,
  ordinary_until = r.ordinary_until, early_from = r.early_from, early_until = r.early_until
from released.resource r where r.type = l.source_type and r.id = l.source_id and r.version = l.source_version;

create or replace function released.codes_follow() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' then
      delete from released.code c where c.patient = old.patient and c.type = old.type and c.number = old.number
        and c.code in (select left(substr(t, 7), 100) from unnest(old.tokens) t where starts_with(t, 'code||'))
        and c.clinical_from = old.clinical_from and c.id = old.id;
    end if;
    if tg_op <> 'DELETE' and new.patient is not null then
      insert into released.code (patient, type, code, clinical_from, id, number, hospital, policy, ordinary_from,
        ordinary_until, early_from, early_until)
      select distinct new.patient, new.type, left(substr(t, 7), 100), new.clinical_from, new.id, new.number,
        new.hospital, new.policy, new.ordinary_from, new.ordinary_until, new.early_from, new.early_until
      from unnest(new.tokens) t where starts_with(t, 'code||');
    end if;
    return null;
  end $$;

create function released.windows_follow() returns trigger language plpgsql as $$
  begin
    update released.code c set hospital = new.hospital, policy = new.policy, ordinary_from = new.ordinary_from,
      ordinary_until = new.ordinary_until, early_from = new.early_from, early_until = new.early_until
    where c.patient = new.patient and c.type = new.type and c.number = new.number
      and c.code in (select left(substr(t, 7), 100) from unnest(new.tokens) t where starts_with(t, 'code||'))
      and c.clinical_from = new.clinical_from and c.id = new.id;
    update released.link l set hospital = new.hospital, policy = new.policy, ordinary_from = new.ordinary_from,
      ordinary_until = new.ordinary_until, early_from = new.early_from, early_until = new.early_until
    where l.source_type = new.type and l.source_id = new.id and l.source_version = new.version;
    return null;
  end $$;
revoke execute on function released.windows_follow() from public;

-- After codes_follow, by its name: what the codes are is settled first.
create trigger windows_follow
  after update of hospital, policy, ordinary_from, ordinary_until, early_from, early_until on released.resource
  for each row
  when ((old.hospital, old.policy, old.ordinary_from, old.ordinary_until, old.early_from, old.early_until)
    is distinct from (new.hospital, new.policy, new.ordinary_from, new.ordinary_until, new.early_from, new.early_until))
  execute function released.windows_follow();

-- A link without its row would still be seen.
create function released.links_go() returns trigger language plpgsql as $$
  begin
    update released.link l set ordinary_from = null, early_from = null
    where l.source_type = old.type and l.source_id = old.id and l.source_version = old.version;
    return null;
  end $$;
revoke execute on function released.links_go() from public;
create trigger links_go after delete on released.resource for each row execute function released.links_go();

-- The codes that there have to be, as the trigger writes them; for the comparison.
create or replace view released.coded as
select distinct r.patient, r.type, left(substr(t, 7), 100) as code, r.clinical_from, r.id, r.number, r.hospital,
  r.policy, r.ordinary_from, r.ordinary_until, r.early_from, r.early_until
from released.resource r cross join unnest(r.tokens) t where r.patient is not null and starts_with(t, 'code||');

-- The same guard for all three. The moment is a setting too, which the statement takes from the clock for itself: a
-- policy is copied to each place where its table is named, and looked at the clock and at the policies in each. Without
-- the setting, as while rows are stamped anew, it is asked row by row.
do $$
  declare
    early text := '(hospital = any ((select string_to_array(current_setting(''inzage.early'', true), '',''))::text[]))';
    moment text := 'coalesce((select nullif(current_setting(''inzage.now'', true), '''')::timestamptz),'
      || ' released.moment_of(hospital, policy))';
    guard text := format('patient = (select current_setting(''inzage.patient'', true)) and'
      || ' case when case when %1$s then early_from else ordinary_from end <= %2$s'
      || ' then case when %1$s then early_until else ordinary_until end > %2$s else false end', early, moment);
  begin
    execute format('alter policy own_and_released on released.resource using (%s)', guard);
    execute format('alter policy of_visible_row on released.code using (%s)', guard);
    execute format('alter policy of_visible_source on released.link using (%s)', guard);
  end
$$;
