package nl.inzage.policy.book;

import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.ReleasePolicy;

/**
 * What one hospital decided, as its policy file says.
 *
 * @param name the hospital's name as people know it
 */
public record HospitalPolicy(HospitalId id, String name, ReleasePolicy results) {}
