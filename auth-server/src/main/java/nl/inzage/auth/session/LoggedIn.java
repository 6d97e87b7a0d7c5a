package nl.inzage.auth.session;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** The authentication of a person who passed password and code. There is none for the password alone. */
public final class LoggedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Login login;

    public LoggedIn(Login login) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + login.kind().name()));
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
