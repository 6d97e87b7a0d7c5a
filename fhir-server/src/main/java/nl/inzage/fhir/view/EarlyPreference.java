package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;

/**
 * What an active Consent of the profile inzage-release-preference says. Whatever it says unclearly is no wish to see
 * results right away.
 *
 * @param made when the patient chose, but never after this server heard of it
 */
record EarlyPreference(String patient, HospitalId hospital, Instant made, boolean early) {

    private static final String CATEGORY = "https://inzage.nl/fhir/CodeSystem/consent-category";
    private static final String PREFERENCE = "https://inzage.nl/fhir/CodeSystem/release-preference";

    static Optional<EarlyPreference> saidBy(Consent consent) {
        Optional<HospitalId> hospital = HospitalTag.of(consent);
        Optional<String> patient = ResourceKey.ofReference(consent.getPatient().getReference())
                .filter(key -> key.type().equals("Patient"))
                .map(ResourceKey::id);
        if (consent.getStatus() != ConsentState.ACTIVE
                || hospital.isEmpty()
                || patient.isEmpty()
                || consent.getCategory().stream()
                        .noneMatch(category -> says(category, CATEGORY, "release-preference"))) {
            return Optional.empty();
        }
        Instant heard = consent.getMeta().getLastUpdated().toInstant();
        Instant made = Optional.ofNullable(consent.getDateTime())
                .map(Date::toInstant)
                .filter(said -> said.isBefore(heard))
                .orElse(heard);
        return Optional.of(new EarlyPreference(patient.get(), hospital.get(), made, isEarly(consent)));
    }

    private static boolean isEarly(Consent consent) {
        return consent.getProvision().getType() == ConsentProvisionType.PERMIT
                && !consent.getProvision().hasPeriod()
                && consent.getProvision().getCode().size() == 1
                && says(consent.getProvision().getCodeFirstRep(), PREFERENCE, "early");
    }

    private static boolean says(CodeableConcept concept, String system, String code) {
        return concept.getCoding().stream()
                .anyMatch(coding -> system.equals(coding.getSystem()) && code.equals(coding.getCode()));
    }
}
