package nl.inzage.auth.consent;

import java.security.Principal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.dossier.Dossiers;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.registration.AppPermission;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.token.GrantEnd;
import nl.inzage.auth.token.Grants;
import nl.inzage.auth.token.LaunchContext;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The answers to what apps ask. An answer is given once, by the person who was asked, in one transaction that holds the
 * grant's row. It takes the place of the library's consent endpoint, which compares scopes as texts.
 */
@Service
class WaitingConsents {

    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);
    private static final int CODE_BYTES = 48;

    private final SecureRandom random = new SecureRandom();
    private final Grants grants;
    private final RegisteredClientRepository clients;
    private final Accounts accounts;
    private final Dossiers dossiers;
    private final AccountEvents events;
    private final AppPermission permission;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WaitingConsents(
            Grants grants,
            RegisteredClientRepository clients,
            Accounts accounts,
            Dossiers dossiers,
            AccountEvents events,
            AppPermission permission,
            TransactionTemplate transaction,
            Clock clock) {
        this.grants = grants;
        this.clients = clients;
        this.accounts = accounts;
        this.dossiers = dossiers;
        this.events = events;
        this.permission = permission;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The request that waits under this state for this person; nothing when it was answered, too old or of somebody else. */
    Optional<WaitingConsent> of(String state, LoggedIn person) {
        return waiting(Optional.ofNullable(grants.findByToken(state, STATE)), person);
    }

    private Optional<WaitingConsent> waiting(Optional<OAuth2Authorization> grant, LoggedIn person) {
        return grant.filter(found -> found.getPrincipalName().equals(person.getName()))
                .flatMap(found -> Optional.ofNullable(clients.findById(found.getRegisteredClientId()))
                        .map(client -> new WaitingConsent(found, client)))
                .filter(WaitingConsent::isRegisteredStill)
                .filter(waiting -> permission.permits(
                        waiting.client().getClientId(), person.getPrincipal().account()));
    }

    /** Gives the app what the form leaves of what it asked; nothing when the page that was filled in is not the present one. */
    Optional<Allowed> allow(String state, LoggedIn person, ConsentForm form) {
        return decide(state, person, waiting -> form.scopes(waiting)
                .filter(scopes -> !form.errors(waiting).any() && isAboutShown(waiting, person, form))
                .map(scopes -> allow(waiting, scopes, form.term())));
    }

    private boolean isAboutShown(WaitingConsent waiting, LoggedIn person, ConsentForm form) {
        return !waiting.asked().concernsOnePatient()
                || waiting.context()
                        .filter(context -> context.patient().equals(form.patient()))
                        .flatMap(context -> dossiers.of(account(person), context.patient()))
                        .isPresent();
    }

    /** Keeps whose dossier a request is about; an app that needs no yes has its answer with that. */
    Optional<Chosen> choose(String state, LoggedIn person, String patient) {
        return decide(state, person, waiting -> dossiers.of(account(person), patient)
                .filter(dossier -> mayChoose(waiting))
                .map(dossier -> choose(waiting, new LaunchContext(dossier.patient(), false))));
    }

    private static boolean mayChoose(WaitingConsent waiting) {
        return waiting.asked().concernsOnePatient()
                && waiting.context().filter(LaunchContext::launched).isEmpty();
    }

    private Chosen choose(WaitingConsent waiting, LaunchContext context) {
        OAuth2Authorization about = OAuth2Authorization.from(waiting.grant())
                .attribute(LaunchContext.NAME, context)
                .build();
        grants.save(about);
        WaitingConsent known = new WaitingConsent(about, waiting.client());
        return new Chosen(
                known.needsYes() ? Optional.empty() : Optional.of(allow(known, known.asked(), Optional.empty())));
    }

    /** Ends the request: the app gets nothing. */
    Optional<WaitingConsent> deny(String state, LoggedIn person) {
        return decide(state, person, waiting -> {
            grants.remove(waiting.grant());
            return Optional.of(waiting);
        });
    }

    private <T> Optional<T> decide(String state, LoggedIn person, Function<WaitingConsent, Optional<T>> decision) {
        return transaction.execute(
                status -> waiting(grants.lockWaiting(state), person).flatMap(decision));
    }

    private Allowed allow(WaitingConsent waiting, ScopeSet scopes, Optional<Term> term) {
        Instant now = clock.instant();
        byte[] value = new byte[CODE_BYTES];
        random.nextBytes(value);
        OAuth2AuthorizationCode code = new OAuth2AuthorizationCode(
                Base64.getUrlEncoder().withoutPadding().encodeToString(value),
                now,
                now.plus(waiting.client().getTokenSettings().getAuthorizationCodeTimeToLive()));
        OAuth2Authorization.Builder grant = OAuth2Authorization.from(waiting.grant())
                .authorizedScopes(Set.copyOf(scopes.texts()))
                .token(code)
                .attributes(attributes -> attributes.remove(OAuth2ParameterNames.STATE));
        if (scopes.contains("offline_access")) {
            term.ifPresent(chosen -> grant.attribute(GrantEnd.NAME, new GrantEnd(now.plus(chosen.length()))));
        }
        grants.save(grant.build());
        record(waiting);
        return new Allowed(waiting, code, scopes);
    }

    private void record(WaitingConsent waiting) {
        if (waiting.needsYes() && waiting.grant().getAttribute(Principal.class.getName()) instanceof LoggedIn person) {
            AccountEvent event = AccountEvent.of(account(person), Act.APP_ACCESS_GIVEN);
            events.record(
                    waiting.context()
                            .map(context -> event.about(context.patient()))
                            .orElse(event),
                    waiting.client().getClientId());
        }
    }

    private Account account(LoggedIn person) {
        return accounts.byId(person.getPrincipal().account()).orElseThrow();
    }

    /** A yes: the code, and for what it is. */
    record Allowed(WaitingConsent waiting, OAuth2AuthorizationCode code, ScopeSet scopes) {}

    /** A chosen dossier, and the code when nothing else is to be asked. */
    record Chosen(Optional<Allowed> allowed) {}
}
