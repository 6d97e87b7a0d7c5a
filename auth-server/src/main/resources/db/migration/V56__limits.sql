-- How much of its allowance a source, or everybody together, used up: the moment at which all of it is there again.
-- Unlogged: each request of a stranger writes here, and a database that crashed may begin anew.
create unlogged table allowance (
  asked text not null,
  source_hash text not null,
  whole_again_at timestamptz not null,
  primary key (asked, source_hash)
);
create index on allowance (whole_again_at);
