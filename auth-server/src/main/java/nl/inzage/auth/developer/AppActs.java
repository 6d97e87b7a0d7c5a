package nl.inzage.auth.developer;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import nl.inzage.auth.client.Clients;
import nl.inzage.auth.client.SecretHash;
import nl.inzage.auth.registration.AppFacts;
import nl.inzage.auth.registration.DeveloperShare;
import nl.inzage.auth.registration.RegisteredApp;
import nl.inzage.auth.registration.RegisteredApps;
import nl.inzage.auth.token.Grants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a developer does to an own app; each act happens as a whole. */
@Service
class AppActs {

    private static final int ID_BYTES = 10;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final RegisteredApps apps;
    private final DeveloperShare share;
    private final Developers developers;
    private final Clients clients;
    private final Grants grants;
    private final TransactionTemplate transaction;

    AppActs(
            RegisteredApps apps,
            DeveloperShare share,
            Developers developers,
            Clients clients,
            Grants grants,
            TransactionTemplate transaction) {
        this.apps = apps;
        this.share = share;
        this.developers = developers;
        this.clients = clients;
        this.grants = grants;
        this.transaction = transaction;
    }

    /** What an app signs in with; the secret is known here only now. */
    record Credentials(String clientId, Optional<String> secret) {}

    /** Registers an app; nothing when the developer has as many as one may have. */
    Optional<Credentials> register(Developer developer, AppFacts facts, Optional<String> jwks) {
        Credentials made = new Credentials(
                "app-" + HexFormat.of().formatHex(bytes(ID_BYTES)),
                facts.kind().hasSecret() ? Optional.of(secret()) : Optional.empty());
        return transaction.execute(status -> {
            developers.hold(developer.id());
            if (!share.mayRegister(developer.id())) {
                return Optional.empty();
            }
            apps.add(made.clientId(), developer.id(), facts, made.secret().map(SecretHash::of), jwks);
            return Optional.of(made);
        });
    }

    /**
     * Changes an app. What hospitals judge makes a new version, which none of them approved: what was granted to the old
     * one ends.
     *
     * @param jwks other keys, or nothing when they stay
     */
    void change(String clientId, AppFacts facts, Optional<String> jwks) {
        transaction.executeWithoutResult(status ->
                apps.hold(clientId).filter(app -> !app.withdrawn()).ifPresent(app -> change(app, facts, jwks)));
    }

    private void change(RegisteredApp app, AppFacts facts, Optional<String> jwks) {
        if (app.facts().equals(facts)) {
            jwks.ifPresent(keys -> apps.keepKeys(app.clientId(), keys));
            return;
        }
        Optional<String> secretHash =
                Optional.ofNullable(clients.findByClientId(app.clientId()).getClientSecret());
        apps.change(app, facts, secretHash, jwks.or(app::jwks));
        grants.endAllOfClient(app.clientId());
    }

    /** A new secret; the old one is worth nothing from now on. */
    Credentials renewSecret(RegisteredApp app) {
        Credentials renewed = new Credentials(app.clientId(), Optional.of(secret()));
        transaction.executeWithoutResult(status -> apps.hold(app.clientId())
                .filter(held -> !held.withdrawn())
                .ifPresent(held -> apps.keepSecret(
                        held.clientId(), SecretHash.of(renewed.secret().orElseThrow()))));
        return renewed;
    }

    /**
     * Puts the version that the developer saw before the administrators, unless it is there already or changed since.
     *
     * @return whether the developer may still ask so much
     */
    boolean ask(RegisteredApp seen) {
        return transaction.execute(status -> {
            developers.hold(seen.developer());
            Optional<RegisteredApp> app = apps.hold(seen.clientId())
                    .filter(held -> held.version() == seen.version() && !held.asked() && !held.withdrawn());
            boolean mayAsk = app.isEmpty() || share.mayAsk(seen.developer());
            if (mayAsk) {
                app.ifPresent(held -> apps.ask(held.clientId()));
            }
            return mayAsk;
        });
    }

    /** Ends an app, with all that people allowed it. */
    void withdraw(String clientId) {
        transaction.executeWithoutResult(status -> apps.hold(clientId).ifPresent(app -> {
            apps.withdraw(clientId);
            grants.endAllOfClient(clientId);
        }));
    }

    private String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
