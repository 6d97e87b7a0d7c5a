-- A passkey stands for a password and a code. Accounts without a password may have none, and these open nothing; the
-- owner of a passkey is written as the bytes of the account's id in base64url.
delete from user_credentials c using account a
where a.password_hash is null
  and c.user_entity_user_id = rtrim(translate(encode(uuid_send(a.id), 'base64'), '+/', '-_'), '=');
