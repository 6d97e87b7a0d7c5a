package nl.inzage.auth.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.settings.FactorSettings;
import nl.inzage.policy.calendar.DutchCalendar;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passkeys: made and judged by the library (WebAuthn level 3, by webauthn4j). The device must have seen its owner's PIN,
 * finger or face each time, so that a passkey is two factors in one. That one comes or goes is written down in the same
 * transaction.
 */
@Service
class Passkeys {

    /** What every platform can do; EdDSA is for security keys. */
    private static final PublicKeyCredentialParameters[] ALGORITHMS = {
        PublicKeyCredentialParameters.ES256, PublicKeyCredentialParameters.RS256, PublicKeyCredentialParameters.EdDSA
    };

    private final ObjectMapper json = new ObjectMapper().registerModule(new WebauthnJackson2Module());
    private final PublicKeyCredentialRpEntity here;
    private final WebAuthnRelyingPartyOperations library;
    private final UserCredentialRepository keys;
    private final JdbcClient database;
    private final AccountEvents events;
    private final TransactionTemplate transaction;

    Passkeys(
            AuthSettings settings,
            FactorSettings factors,
            PasskeyOwners owners,
            JdbcOperations jdbc,
            JdbcClient database,
            AccountEvents events,
            TransactionTemplate transaction) {
        this.here = PublicKeyCredentialRpEntity.builder()
                .id(factors.passkeyDomain(settings.issuer()))
                .name("Inzage")
                .build();
        this.keys = new JdbcUserCredentialRepository(jdbc);
        this.database = database;
        this.events = events;
        this.transaction = transaction;
        this.library = new Webauthn4JRelyingPartyOperations(
                owners, keys, here, Set.copyOf(factors.passkeyOrigins(settings.issuer())));
    }

    /** What a browser is asked in order to make one, as JSON. */
    String toMake(Account account, Bytes challenge) {
        return written(creation(account, challenge));
    }

    /** What a browser is asked in order to log in with one, as JSON. */
    String toEnter(Bytes challenge) {
        return written(request(challenge));
    }

    /**
     * Adds the passkey that a browser made.
     *
     * @throws PasskeyRefused when it does not answer the challenge, or is known already
     */
    void add(Account account, Bytes challenge, String made, String name) throws PasskeyRefused {
        PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                read(made, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
        try {
            transaction.executeWithoutResult(status -> {
                library.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                        creation(account, challenge), new RelyingPartyPublicKey(credential, name)));
                events.record(AccountEvent.of(account, Act.PASSKEY_ADDED));
            });
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PasskeyRefused(e.getClass().getSimpleName());
        }
    }

    /**
     * The account whose passkey signed the challenge.
     *
     * @throws PasskeyRefused when none did
     */
    UUID enter(Bytes challenge, String signed) throws PasskeyRefused {
        PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                read(signed, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
        try {
            return PasskeyOwners.account(
                    library.authenticate(new RelyingPartyAuthenticationRequest(request(challenge), credential))
                            .getId());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PasskeyRefused(e.getClass().getSimpleName());
        }
    }

    List<Passkey> of(UUID account) {
        return keys.findByUserId(PasskeyOwners.handle(account)).stream()
                .map(key -> new Passkey(
                        key.getCredentialId().toBase64UrlString(),
                        key.getLabel(),
                        DutchCalendar.dateOf(key.getCreated())))
                .toList();
    }

    void rename(UUID account, String id, String name) {
        database.sql("update user_credentials set label = :name where credential_id = :id and user_entity_user_id ="
                        + " :owner")
                .param("name", name)
                .param("id", id)
                .param("owner", PasskeyOwners.handle(account).toBase64UrlString())
                .update();
    }

    /** Removes one of an account's passkeys and says whether it was there. */
    boolean remove(Account account, String id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean removed = delete(account.id(), id);
            if (removed) {
                events.record(AccountEvent.of(account, Act.PASSKEY_REMOVED));
            }
            return removed;
        }));
    }

    /** Removes all passkeys of an account; the caller writes it down. */
    void removeAll(UUID account) {
        database.sql("delete from user_credentials where user_entity_user_id = :owner")
                .param("owner", PasskeyOwners.handle(account).toBase64UrlString())
                .update();
    }

    private boolean delete(UUID account, String id) {
        return database.sql("delete from user_credentials where credential_id = :id and user_entity_user_id = :owner")
                        .param("id", id)
                        .param("owner", PasskeyOwners.handle(account).toBase64UrlString())
                        .update()
                == 1;
    }

    private PublicKeyCredentialCreationOptions creation(Account account, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(here)
                .user(PasskeyOwners.entity(account))
                .challenge(challenge)
                .pubKeyCredParams(ALGORITHMS)
                .timeout(PasskeyChallenges.LIFE)
                .excludeCredentials(keys.findByUserId(PasskeyOwners.handle(account.id())).stream()
                        .map(Passkeys::descriptor)
                        .toList())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(here.getId())
                .timeout(PasskeyChallenges.LIFE)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    private static PublicKeyCredentialDescriptor descriptor(CredentialRecord key) {
        return PublicKeyCredentialDescriptor.builder()
                .type(key.getCredentialType())
                .id(key.getCredentialId())
                .transports(Optional.ofNullable(key.getTransports()).orElse(Set.of()))
                .build();
    }

    private <T> T read(String text, TypeReference<T> type) throws PasskeyRefused {
        try {
            return Optional.ofNullable(json.readValue(text, type))
                    .orElseThrow(() -> new PasskeyRefused("nothing was sent"));
        } catch (JsonProcessingException e) {
            throw new PasskeyRefused("what was sent is no credential");
        }
    }

    private String written(Object options) {
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Options are always JSON", e);
        }
    }
}
