-- Who asks for a temporary password by e-mail does not void the one that the desk gave.
alter table temporary_password
  add of_desk boolean not null default true,
  drop constraint temporary_password_pkey,
  add primary key (account_id, of_desk);
