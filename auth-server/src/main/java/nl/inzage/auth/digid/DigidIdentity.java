package nl.inzage.auth.digid;

import java.util.Optional;
import nl.inzage.policy.identity.Bsn;
import nl.inzage.policy.login.DigidLevel;

/** Who DigiD says somebody is, and how surely; no level when the bridge named none that we know. */
record DigidIdentity(Bsn bsn, Optional<DigidLevel> level) {}
