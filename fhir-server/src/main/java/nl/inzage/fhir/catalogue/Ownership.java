package nl.inzage.fhir.catalogue;

/**
 * What makes a resource somebody's own. It is the one element that says whom it is about, never membership of the
 * Patient compartment: a performer or recipient does not own.
 */
public sealed interface Ownership {

    /** Owned by the patient that an element names. */
    record By(String path) implements Ownership {}

    /** The patient. */
    record Self() implements Ownership {}

    /** Nobody's own: readable when a visible resource of the patient names it. */
    record Shared() implements Ownership {}

    /** The content of documents: readable when a visible document names it. */
    record Content() implements Ownership {}
}
