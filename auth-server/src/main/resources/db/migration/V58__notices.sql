-- Notices that were not handed over yet. A row is gone once the message service took it, or after a day of trying.
create table notice (
  id uuid primary key,
  channel text not null check (channel in ('sms', 'email')),
  contact text not null,
  subject text not null,
  body text not null,
  attempts integer not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null
);
create index notice_due on notice (due_at);
