-- How many codes an account asked for to change its phone or mailbox since a moment, and when the last one that did not
-- come back yet: by the account, as each code goes to another address.
create table contact_change (
  account_id uuid primary key references account on delete cascade,
  codes integer not null,
  codes_from timestamptz not null,
  last_sent_at timestamptz
);
