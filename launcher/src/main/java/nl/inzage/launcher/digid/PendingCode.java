package nl.inzage.launcher.digid;

import java.time.Instant;

/** A code that was given out and waits to be redeemed, once. */
record PendingCode(String bsn, SimulatedLevel level, String nonce, String challenge, Instant until) {}
