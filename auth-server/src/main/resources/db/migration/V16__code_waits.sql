-- A wait because of wrong codes is apart: the right password does not lift it.
alter table login_attempts add code_not_before timestamptz not null default now();
create index pending_login_account on pending_login (account_id);
