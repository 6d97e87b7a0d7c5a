-- How many patients a search showed.
alter table account_event add found integer;
