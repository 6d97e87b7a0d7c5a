-- Accounts of which the user name and a temporary password still have to be mailed.
create table credentials_mail (
  account_id uuid primary key references account on delete cascade,
  due_at timestamptz not null,
  -- Later than due when the mail server did not take it.
  next_try_at timestamptz not null
);
create index credentials_mail_next on credentials_mail (next_try_at);
