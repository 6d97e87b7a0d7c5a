package nl.inzage.auth.account;

/** Who an account belongs to: a person with a dossier, or somebody who works for a hospital. */
public enum AccountKind {
    PATIENT("Patient"),
    EMPLOYEE("Practitioner");

    private final String resourceType;

    AccountKind(String resourceType) {
        this.resourceType = resourceType;
    }

    /** The FHIR resource that describes such a person: the type in {@code fhirUser}. */
    public String resourceType() {
        return resourceType;
    }
}
