package nl.inzage.auth.digid;

import nl.inzage.policy.identity.HospitalId;

/**
 * A login that was sent on to DigiD.
 *
 * @param verifier what the code can be redeemed with, RFC 7636
 */
record DigidRequest(HospitalId hospital, String nonce, String verifier) {

    @Override
    public String toString() {
        return "DigidRequest[" + hospital + "]";
    }
}
