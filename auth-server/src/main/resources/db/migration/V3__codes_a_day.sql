-- How many codes an account got since a moment without logging in as a whole.
alter table login_attempts
  add codes integer not null default 0,
  add codes_from timestamptz not null default now();
