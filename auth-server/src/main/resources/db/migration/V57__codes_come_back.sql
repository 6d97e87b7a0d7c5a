-- Where a code was sent, so that its count of the day ends when it comes back; empty for those of an older version.
alter table contact_code add contact_hash text not null default '';
