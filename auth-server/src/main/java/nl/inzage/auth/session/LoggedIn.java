package nl.inzage.auth.session;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The authentication of a person who passed password and code. There is none for the password alone. */
public final class LoggedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Login login;

    public LoggedIn(Login login) {
        super(List.of());
        this.login = login;
        super.setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Login getPrincipal() {
        return login;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoggedIn same && login.equals(same.login);
    }

    @Override
    public int hashCode() {
        return login.hashCode();
    }
}
