-- Recovery codes of 50 bits are void: the page of the app says so, and the code by SMS stays the other way in.
delete from recovery_code;

-- Those kept as SHA-256 are void: the desk or a forgotten password gives another. From now on Argon2id, as other passwords.
delete from temporary_password;
