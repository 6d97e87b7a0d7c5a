package nl.inzage.auth.registration;

import java.time.Instant;
import java.util.UUID;

/**
 * What a hospital decided about a version of an app.
 *
 * @param by the account of the administrator
 */
public record AppDecision(Verdict verdict, int version, String reason, UUID by, Instant at) {}
