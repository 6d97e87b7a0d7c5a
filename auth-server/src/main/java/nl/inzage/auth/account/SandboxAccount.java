package nl.inzage.auth.account;

/** An account of the accounts file that nobody real is behind. */
record SandboxAccount(Username username, PersonIdentifier of) {}
