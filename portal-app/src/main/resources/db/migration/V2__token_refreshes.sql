-- Who is refreshing the tokens of a session now: a refresh token works once, and two tabs may ask at the same moment.
create table token_refresh (
    session_id text primary key,
    taken_until timestamptz not null
);
