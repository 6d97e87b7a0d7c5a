-- Resource servers ask whether a token still stands, and get none themselves.
alter table client drop constraint client_kind_check;
alter table client add constraint client_kind_check check (kind in ('app', 'system', 'resource-server'));
