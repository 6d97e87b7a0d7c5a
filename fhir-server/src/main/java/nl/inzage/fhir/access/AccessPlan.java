package nl.inzage.fhir.access;

import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.catalogue.Limit;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Ownership;
import nl.inzage.fhir.view.ResourceKey;
import nl.inzage.policy.release.ReleaseTrack;
import nl.inzage.policy.smart.Compartment;
import nl.inzage.policy.smart.Interaction;
import nl.inzage.policy.smart.ScopeSet;

/**
 * What the holder of a token may see, decided before anything is looked up. It is read three times: as conditions of
 * the statement, as settings of row-level security, and by the final check of each body. Row-level security knows
 * whose and when; scopes and limits are for the other two, since what is not sent may still be named.
 *
 * @param patient the patient in context; without one no dossier is open
 * @param person the holder's own resource, of which {@code fhirUser} permits the reading
 * @param hospital the hospital that the grant was given at
 * @param grant the authorization that the token comes from
 * @param earlyIfChosen the hospitals at which the holder sees results right away when the patient chose so
 */
public record AccessPlan(
        Optional<String> patient,
        Optional<ResourceKey> person,
        Optional<String> hospital,
        String grant,
        ScopeSet scopes,
        Set<String> earlyIfChosen) {

    /**
     * What a person may see is here the dossier in context, so that {@code user/} is no more than {@code patient/} (SMART
     * 2.2, user-level scopes).
     */
    static final Set<Compartment> OF_PEOPLE = Set.of(Compartment.PATIENT, Compartment.USER);

    public AccessPlan {
        earlyIfChosen = Set.copyOf(earlyIfChosen);
    }

    /** Which rows of a type an interaction may give; nothing when the scopes do not permit it at all. */
    public Optional<Admission> admission(OfferedType type, Interaction interaction) {
        if (patient.isEmpty() || isClosed(type)) {
            return Optional.empty();
        }
        if (OF_PEOPLE.stream().anyMatch(of -> scopes.permits(of, type.name(), interaction))) {
            return Optional.of(Admission.ofAll(type));
        }
        return NarrowedScopes.admission(scopes, type, interaction);
    }

    /** Which rows of a type may be read by this id: the holder's own resource always, given {@code fhirUser}. */
    public Optional<Admission> reading(OfferedType type, String id) {
        return isSelf(new ResourceKey(type.name(), id))
                ? Optional.of(Admission.EVERY_ROW)
                : admission(type, Interaction.READ);
    }

    /** Whether nothing of a type is for this reader, whatever the scopes, so that nothing may name it either. */
    public boolean isClosed(OfferedType type) {
        return type.limits().contains(Limit.PATIENT_ALONE) && !isPatient();
    }

    private boolean isSelf(ResourceKey key) {
        return scopes.contains("fhirUser") && person.filter(key::equals).isPresent();
    }

    private boolean isPatient() {
        return person.filter(own -> own.type().equals("Patient") && own.id().equals(patient.orElse("")))
                .isPresent();
    }

    /** The row-level security setting for whose rows can be seen; empty, which no row has, for nobody's. */
    public String dossier() {
        return patient.or(
                        () -> person.filter(own -> own.type().equals("Patient")).map(ResourceKey::id))
                .orElse("");
    }

    /** The row-level security setting for the holder's own resource where it is nobody's dossier. */
    public String self() {
        return person.filter(this::isSelf).map(ResourceKey::toString).orElse("");
    }

    /**
     * The release that counts for a row of a hospital.
     *
     * @param chosen whether the patient chose there to see results right away
     */
    public ReleaseTrack track(Optional<String> ofHospital, boolean chosen) {
        return chosen && ofHospital.filter(earlyIfChosen::contains).isPresent()
                ? ReleaseTrack.EARLY
                : ReleaseTrack.ORDINARY;
    }

    /** Whether a resource that is about this patient, or about nobody, may leave in an answer to this request. */
    public boolean mayLeave(OfferedType type, Optional<String> about) {
        return type.ownership() instanceof Ownership.Shared
                ? about.isEmpty()
                : about.filter(dossier()::equals).isPresent();
    }
}
