-- The right to choose a new password, once: of who proved to be the person without it.
create table password_right (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  expires_at timestamptz not null
);

-- Between a right answer and the code by SMS.
create table recovery (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null
);
