package nl.inzage.auth.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.settings.YamlEntries;
import nl.inzage.auth.settings.YamlEntry;
import nl.inzage.policy.identity.Bsn;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Reads the initial accounts of INZAGE_ACCOUNTS_FILE; a plain password is for the demo only. */
@Component
class AccountsFile {

    private static final Set<String> KEYS = Set.of(
            "username",
            "password",
            "passwordHash",
            "phone",
            "email",
            "birthDate",
            "kind",
            "hospital",
            "identifier",
            "language",
            "sandbox");
    private static final Set<String> LANGUAGES = Set.of("nl", "en");

    private final String file;
    private final boolean plainPasswords;
    private final Passwords passwords;

    AccountsFile(AuthSettings settings, Environment environment, Passwords passwords) {
        this.file = settings.accountsFile();
        this.plainPasswords = environment.acceptsProfiles(Profiles.of("demo"));
        this.passwords = passwords;
    }

    List<YamlEntry> entries() {
        return YamlEntries.read("INZAGE_ACCOUNTS_FILE", file, "accounts").stream()
                .map(entry -> entry.only(KEYS))
                .toList();
    }

    Account account(YamlEntry entry) {
        String language = entry.optional("language").orElse("nl");
        if (!LANGUAGES.contains(language)) {
            throw entry.refused("must have language nl or en");
        }
        return new Account(
                UUID.randomUUID(),
                entry.text("username"),
                passwordHash(entry),
                Optional.of(phone(entry)),
                entry.optional("email"),
                entry.optional("birthDate"),
                AccountKind.ofWord(entry.text("kind"))
                        .orElseThrow(() -> entry.refused("has a value for kind that is not valid")),
                entry.parsed("hospital", HospitalId::new),
                identifier(entry),
                Locale.forLanguageTag(language),
                false,
                Optional.empty());
    }

    /** The account, when it says that nobody real is behind it; the name alone may become somebody else's. */
    static Optional<SandboxAccount> sandbox(YamlEntry entry) {
        return entry.flag("sandbox", false)
                ? Optional.of(new SandboxAccount(new Username(entry.text("username")), identifier(entry)))
                : Optional.empty();
    }

    private String passwordHash(YamlEntry entry) {
        Optional<String> hash = entry.optional("passwordHash");
        Optional<String> plain = entry.optional("password");
        if (hash.isPresent() == plain.isPresent()) {
            throw entry.refused("must have either password or passwordHash");
        }
        if (plain.isPresent() && !plainPasswords) {
            throw entry.refused("has a plain password, which only profile demo accepts; use passwordHash");
        }
        return hash.map(value -> argon2(entry, value)).orElseGet(() -> passwords.hash(plain.orElseThrow()));
    }

    private static String argon2(YamlEntry entry, String hash) {
        if (!hash.startsWith("{argon2}$argon2id$")) {
            throw entry.refused("must have a passwordHash that begins with {argon2}$argon2id$");
        }
        return hash;
    }

    private static String phone(YamlEntry entry) {
        String phone = entry.text("phone");
        if (!phone.matches("\\+[1-9][0-9]{7,14}")) {
            throw entry.refused("must have a phone number with country code, such as +31600000001");
        }
        return phone;
    }

    private static PersonIdentifier identifier(YamlEntry entry) {
        YamlEntry identifier = entry.nested("identifier").only(Set.of("system", "value"));
        String system = identifier.text("system");
        if (system.equals(Bsn.SYSTEM)) {
            identifier.parsed("value", Bsn::new);
        }
        return new PersonIdentifier(system, identifier.text("value"));
    }
}
