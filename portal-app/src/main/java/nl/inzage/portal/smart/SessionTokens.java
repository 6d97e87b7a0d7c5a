package nl.inzage.portal.smart;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Tokens live in the session on the server; a browser never holds one. */
@Component
class SessionTokens implements OAuth2AuthorizedClientRepository {

    static final String ATTRIBUTE = SmartTokens.class.getName();

    private final SmartRegistration registration;
    private final Clock clock;

    SessionTokens(SmartRegistration registration, Clock clock) {
        this.registration = registration;
        this.clock = clock;
    }

    static Optional<SmartTokens> in(HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((SmartTokens) session.getAttribute(ATTRIBUTE));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The interface asks for it; there is one type.
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String registrationId, Authentication principal, HttpServletRequest request) {
        return (T) in(request.getSession(false))
                .flatMap(tokens -> registration.registration().map(known -> tokens.client(known, principal.getName())))
                .orElse(null);
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        Instant now = clock.instant();
        request.getSession().setAttribute(ATTRIBUTE, SmartTokens.of(client, loggedIn(principal, now), now));
    }

    /** When the person gave password and code, which may have been for another app. */
    private static Instant loggedIn(Authentication principal, Instant now) {
        return Optional.of(principal.getPrincipal())
                .filter(SmartUser.class::isInstance)
                .map(user -> ((SmartUser) user).getAuthenticatedAt())
                .filter(moment -> moment.isBefore(now))
                .orElse(now);
    }

    @Override
    public void removeAuthorizedClient(
            String registrationId, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
