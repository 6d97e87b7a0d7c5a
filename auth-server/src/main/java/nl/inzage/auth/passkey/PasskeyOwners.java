package nl.inzage.auth.passkey;

import java.nio.ByteBuffer;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The accounts, as the library knows the owners of passkeys: by the bytes of the account's id. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static PublicKeyCredentialUserEntity entity(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account.id()))
                .name(account.username())
                .displayName(account.username())
                .build();
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes id) {
        return accounts.byId(account(id)).map(PasskeyOwners::entity).orElse(null);
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String username) {
        throw new UnsupportedOperationException("A passkey says itself whose it is");
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("Accounts are made elsewhere");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("Accounts are closed elsewhere");
    }
}
