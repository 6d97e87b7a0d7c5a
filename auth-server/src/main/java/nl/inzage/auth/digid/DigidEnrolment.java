package nl.inzage.auth.digid;

import nl.inzage.policy.identity.Bsn;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.DigidLevel;

/** Somebody who may make an account and has not accepted the terms yet. */
record DigidEnrolment(HospitalId hospital, Bsn bsn, DigidLevel level) {}
