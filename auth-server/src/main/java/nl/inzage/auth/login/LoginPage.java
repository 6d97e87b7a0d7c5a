package nl.inzage.auth.login;

/**
 * What the page "Inloggen" shows.
 *
 * @param refused the user name and password were not right together
 * @param seconds the seconds to wait before the next try; 0 for none
 * @param notice why the person is here again; empty for no reason
 */
record LoginPage(
        String username,
        boolean usernameMissing,
        boolean passwordMissing,
        boolean refused,
        long seconds,
        String notice) {

    static LoginPage empty(String notice) {
        return new LoginPage("", false, false, false, 0, notice);
    }

    static LoginPage incomplete(String username, String password) {
        return new LoginPage(username, username.isBlank(), password.isEmpty(), false, 0, "");
    }

    static LoginPage refused(String username) {
        return new LoginPage(username, false, false, true, 0, "");
    }

    static LoginPage waiting(String username, long seconds) {
        return new LoginPage(username, false, false, false, seconds, "");
    }

    /** Whether the form came back with something wrong. */
    public boolean failed() {
        return usernameMissing || passwordMissing || refused || seconds > 0;
    }
}
