-- Which identity document an employee saw.
alter table account_event add document text;
