package nl.inzage.auth.settings;

/** How the way to a mail server is kept secret. */
public enum SmtpTls {
    /** The connection begins in plain text and nothing is said before it is encrypted (RFC 3207); usually port 587. */
    STARTTLS,
    /** Encrypted from the first byte (RFC 8314); usually port 465. */
    IMPLICIT,
    /** Not at all: for a relay on this machine only. */
    NONE
}
