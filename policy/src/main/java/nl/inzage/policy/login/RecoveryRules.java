package nl.inzage.policy.login;

/**
 * How somebody gets back in (F16, F17).
 *
 * @param password how a new password is had
 * @param answers how often the security question may be answered
 * @param username how a user name is had
 */
public record RecoveryRules(PasswordRecovery password, int answers, UsernameRecovery username) {

    /** How a new password is had. */
    public enum PasswordRecovery {
        /** User name and registered e-mail address; a temporary password comes by e-mail. */
        TEMPORARY_BY_MAIL,
        /** User name, date of birth and the answer to the security question. */
        SECURITY_QUESTION,
        AT_DIGID
    }

    /** How a forgotten user name is had. */
    public enum UsernameRecovery {
        /** An e-mail with name and date of birth to the desk. */
        MAIL_TO_DESK,
        /** First initial, surname without prefix and date of birth; the name comes by e-mail. */
        INITIAL_AND_SURNAME,
        /** Initials with a full stop each, and the surname as on the patient card; the name comes by e-mail. */
        NAME_AS_ON_CARD,
        AT_DIGID
    }

    /** Whether somebody named a patient as the hospital asks for it when a user name is forgotten (F17). */
    public boolean names(String typedInitials, String typedSurname, PatientName patient) {
        String initials = patient.initials();
        return switch (username) {
            case INITIAL_AND_SURNAME -> startsAlike(typedInitials, initials) && patient.hasSurname(typedSurname);
            case NAME_AS_ON_CARD ->
                typedInitials.strip().equalsIgnoreCase(initials.replaceAll("(.)", "$1."))
                        && typedSurname
                                .strip()
                                .equalsIgnoreCase(patient.wholeSurname().strip());
            case MAIL_TO_DESK, AT_DIGID -> false;
        };
    }

    private static boolean startsAlike(String typed, String initials) {
        // Initials can be without any letter, such as a dash for who has no first name.
        String letters = PatientName.comparable(initials);
        return !letters.isEmpty() && PatientName.comparable(typed).startsWith(letters.substring(0, 1));
    }

    /** What follows a wrong answer: the last of the permitted answers blocks the account (seed ambiguities b and c). */
    public LockoutOutcome afterWrongAnswer(int failuresInARow, UnlockedBy unlockedBy) {
        return failuresInARow < answers
                ? new LockoutOutcome.TryAgain(false)
                : new LockoutOutcome.AccountBlocked(unlockedBy);
    }
}
