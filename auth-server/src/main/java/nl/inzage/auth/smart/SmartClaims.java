package nl.inzage.auth.smart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.session.LoginMeans;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.token.LaunchContext;
import nl.inzage.policy.book.PolicyBook;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts into people's tokens what the FHIR server and the app need to know: who, whose dossier, which hospital, under
 * which grant. The account, whether it may use the app and whether it opens that dossier is looked up anew for every
 * token.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART 2.2</a>
 */
@Component
class SmartClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final StillAllowed allowed;
    private final AuthSettings settings;
    private final PolicyBook policies;

    SmartClaims(StillAllowed allowed, AuthSettings settings, PolicyBook policies) {
        this.allowed = allowed;
        this.settings = settings;
        this.policies = policies;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        LoggedIn person = context.getPrincipal();
        Account account = allowed.account(context.getAuthorization())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            accessToken(context, account);
        } else {
            idToken(context, account, person);
        }
    }

    private void accessToken(JwtEncodingContext context, Account account) {
        Set<String> scopes = context.getAuthorizedScopes();
        JwtClaimsSet.Builder claims = context.getClaims();
        claims.claims(all -> all.remove("nbf"));
        claims.audience(List.of(settings.narrowDoor()));
        claims.claim("client_id", context.getRegisteredClient().getClientId());
        claims.claim("scope", String.join(" ", scopes.stream().sorted().toList()));
        claims.claim("grant", context.getAuthorization().getId());
        claims.claim("hospital", account.hospital().value());
        claims.claim("fhirUser", account.fhirUser());
        if (account.kind() == AccountKind.PATIENT && Scopes.concernOnePatient(scopes)) {
            claims.claim(
                    "patient",
                    LaunchContext.of(context.getAuthorization())
                            .map(LaunchContext::patient)
                            .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT)));
        }
    }

    private void idToken(JwtEncodingContext context, Account account, LoggedIn person) {
        LoginMeans means = person.getPrincipal().means();
        context.getClaims().claim("auth_time", person.getPrincipal().at().getEpochSecond());
        context.getClaims().claim("acr", means.acr());
        // An app with sessions of its own knows no policy, and must not keep somebody in for longer than we do.
        context.getClaims()
                .claim(
                        "session_idle",
                        policies.require(account.hospital())
                                .account()
                                .session()
                                .idle()
                                .toSeconds());
        if (!means.amr().isEmpty()) {
            context.getClaims().claim("amr", new ArrayList<>(means.amr()));
        }
        if (context.getAuthorizedScopes().contains("fhirUser")) {
            context.getClaims().claim("fhirUser", settings.narrowDoor() + "/" + account.fhirUser());
        }
    }
}
