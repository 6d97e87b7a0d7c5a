package nl.inzage.auth.smart;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.dossier.Dossiers;
import nl.inzage.auth.launch.Launches;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.token.LaunchContext;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Finds out, before an authorization request is judged, whose dossier it is about: that of the launch it shows (SMART 2.2,
 * EHR launch), or the only one that the person opens. Where there is a choice it is left to the person.
 */
@Component
public class LaunchContexts {

    private static final String LAUNCH = "launch";

    private final Accounts accounts;
    private final Dossiers dossiers;
    private final Launches launches;

    LaunchContexts(Accounts accounts, Dossiers dossiers, Launches launches) {
        this.accounts = accounts;
        this.dossiers = dossiers;
        this.launches = launches;
    }

    /** A launch that was shown and is none, or none where there has to be one. */
    enum Launch {
        REFUSED
    }

    /** Lets the library judge requests with what was found out. */
    public AuthenticationProvider before(AuthenticationProvider library) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication request) {
                return library.authenticate(withContext((OAuth2AuthorizationCodeRequestAuthenticationToken) request));
            }

            @Override
            public boolean supports(Class<?> type) {
                return library.supports(type);
            }
        };
    }

    /** Whether a request concerns a dossier and it is not known yet whose. */
    public static boolean leavesAChoice(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return Scopes.concernOnePatient(request.getScopes())
                && request.getPrincipal() instanceof LoggedIn person
                && !person.getPrincipal().kind().isStaff()
                && !(request.getAdditionalParameters().get(LaunchContext.NAME) instanceof LaunchContext);
    }

    private OAuth2AuthorizationCodeRequestAuthenticationToken withContext(
            OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        if (!(request.getPrincipal() instanceof LoggedIn person) || !Scopes.concernOnePatient(request.getScopes())) {
            return request;
        }
        Map<String, Object> parameters = new HashMap<>(request.getAdditionalParameters());
        parameters.remove(LaunchContext.NAME);
        accounts.byId(person.getPrincipal().account())
                .flatMap(account -> found(account, request))
                .ifPresent(found -> parameters.put(LaunchContext.NAME, found));
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                request.getAuthorizationUri(),
                request.getClientId(),
                person,
                request.getRedirectUri(),
                request.getState(),
                request.getScopes(),
                parameters);
    }

    private Optional<Object> found(Account account, OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        Object shown = request.getAdditionalParameters().get(LAUNCH);
        boolean launched = request.getScopes().contains(LAUNCH)
                && (shown != null || !request.getScopes().contains(Scopes.PATIENT_CONTEXT));
        if (!launched) {
            return dossiers.only(account).map(dossier -> new LaunchContext(dossier.patient(), false));
        }
        return Optional.of(Optional.ofNullable(shown)
                .filter(String.class::isInstance)
                .flatMap(handle -> launches.redeem((String) handle, account.id(), request.getClientId()))
                .flatMap(patient -> dossiers.of(account, patient))
                .<Object>map(dossier -> new LaunchContext(dossier.patient(), true))
                .orElse(Launch.REFUSED));
    }
}
