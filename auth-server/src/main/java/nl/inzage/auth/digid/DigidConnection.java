package nl.inzage.auth.digid;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.DigidLevel;

/**
 * One hospital's connection with DigiD, through an OpenID Connect bridge. Its text hides the secret.
 *
 * @param issuer the bridge, the {@code iss} of its tokens
 * @param bsnClaim which claim of the id token has the citizen service number
 * @param levels the values of {@code acr} that the bridge uses for each level; any other is no level at all
 */
record DigidConnection(
        HospitalId hospital,
        String issuer,
        URI authorizeUri,
        URI tokenUri,
        URI jwksUri,
        String clientId,
        String secret,
        List<String> scopes,
        String bsnClaim,
        Map<DigidLevel, List<String>> levels) {

    /** The level that an {@code acr} stands for. */
    Optional<DigidLevel> level(String acr) {
        return levels.entrySet().stream()
                .filter(level -> level.getValue().contains(acr))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The {@code acr_values} that ask for a level, or one above it. */
    String acrValues(DigidLevel least) {
        return String.join(
                " ",
                levels.entrySet().stream()
                        .filter(level -> level.getKey().compareTo(least) >= 0)
                        .sorted(Map.Entry.comparingByKey())
                        .map(level -> level.getValue().get(0))
                        .toList());
    }

    @Override
    public String toString() {
        return "DigidConnection[" + hospital + "]";
    }
}
