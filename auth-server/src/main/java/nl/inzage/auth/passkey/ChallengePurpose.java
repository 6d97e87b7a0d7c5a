package nl.inzage.auth.passkey;

/** What a challenge was given for; it is good for nothing else. */
enum ChallengePurpose {
    LOGIN,
    ADDING
}
