package nl.inzage.auth.session;

/** What a login started in apps. */
public interface StartedByLogin {

    /** Ends all of it, except what the person allowed to last without the login. */
    void end(Login login);
}
