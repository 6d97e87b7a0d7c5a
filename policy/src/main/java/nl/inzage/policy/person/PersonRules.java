package nl.inzage.policy.person;

/** What one hospital lets patients say about themselves. */
public record PersonRules(PersonalDataRules data, OwnEntryRules ownEntries, Photo photo) {

    /** Whether a patient sees the photo in the dossier (F22). */
    public enum Photo {
        HIDDEN,
        VIEW
    }
}
