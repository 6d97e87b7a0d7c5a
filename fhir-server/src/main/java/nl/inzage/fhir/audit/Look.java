package nl.inzage.fhir.audit;

import java.util.Optional;

/**
 * That somebody asked something of a dossier, whatever the answer was. It says what was asked, never what was found.
 *
 * @param client the app, by its client id
 * @param person who looked, as the {@code fhirUser} of the token
 * @param patient whose dossier was open
 * @param hospital where the grant was given
 * @param grant the authorization that the token comes from
 * @param asked what was asked, and how that ended
 */
public record Look(
        Optional<String> client,
        Optional<String> person,
        Optional<String> patient,
        Optional<String> hospital,
        Optional<String> grant,
        Asked asked) {}
