package nl.inzage.policy.login;

/**
 * Where user names come from (F5, F18).
 *
 * @param chosenBy who thinks of the name
 * @param changedBy who can change it later
 */
public record UsernameRules(Origin chosenBy, Change changedBy) {

    /** Who thinks of a user name. */
    public enum Origin {
        PATIENT,
        HOSPITAL
    }

    /** Who can change a user name. */
    public enum Change {
        NOBODY,
        SUPPORT
    }
}
