package nl.inzage.auth.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts in the database. A user name is the same in capitals and small letters. */
@Repository
public class Accounts {

    private final JdbcClient database;
    private final Clock clock;

    Accounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Account> byUsername(Username username) {
        if (username.value().indexOf('\0') >= 0) {
            // PostgreSQL refuses such a text; to the person it is just an unknown name.
            return Optional.empty();
        }
        return database.sql("select * from account where lower(username) = :username")
                .param("username", username.value())
                .query(Accounts::account)
                .optional();
    }

    public Optional<Account> byId(UUID id) {
        return database.sql("select * from account where id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /** The account of a hospital's patient with an identifier; one that is open before one that was closed. */
    public Optional<Account> ofPatient(HospitalId hospital, PersonIdentifier identifier) {
        return ofPatient(hospital, "", identifier);
    }

    /**
     * The account of a hospital's patient, found by the dossier or, before the first login, by the identifier; patients
     * without one are not each other.
     */
    public Optional<Account> ofPatient(HospitalId hospital, String fhirId, PersonIdentifier identifier) {
        return database.sql(
                        """
                        select * from account where hospital = :hospital and kind = 'patient' and (fhir_id = :fhirId
                          or identifier_system = :system and identifier_value = :value and identifier_value <> '')
                        order by closed_at is not null, created_at desc limit 1""")
                .param("hospital", hospital.value())
                .param("fhirId", fhirId)
                .param("system", identifier.system())
                .param("value", identifier.value())
                .query(Accounts::account)
                .optional();
    }

    /** The accounts of who works or worked for a hospital and has a name that begins so; those that are open first. */
    public List<Account> staffOf(HospitalId hospital, Username begin, int most) {
        return database.sql(
                        """
                        select * from account where hospital = :hospital and kind <> 'patient'
                          and starts_with(lower(username), :begin)
                        order by closed_at is not null, lower(username) limit :most""")
                .param("hospital", hospital.value())
                .param("begin", begin.value().replace("\0", ""))
                .param("most", most)
                .query(Accounts::account)
                .list();
    }

    /**
     * The open account of who works for a hospital, found by the Practitioner or, before the first login, by the
     * identifier.
     */
    public Optional<Account> ofStaff(HospitalId hospital, String fhirId, PersonIdentifier identifier) {
        return database.sql(
                        """
                        select * from account where hospital = :hospital and kind <> 'patient' and closed_at is null
                          and (fhir_id = :fhirId or identifier_system = :system and identifier_value = :value) limit 1""")
                .param("hospital", hospital.value())
                .param("fhirId", fhirId)
                .param("system", identifier.system())
                .param("value", identifier.value())
                .query(Accounts::account)
                .optional();
    }

    /** Lets no one else make an account for this person until the transaction ends. */
    public void hold(HospitalId hospital, PersonIdentifier identifier) {
        database.sql("select pg_advisory_xact_lock(hashtext(:person))")
                .param("person", hospital + " " + identifier.value())
                .query(rows -> {});
    }

    /** Whether nobody real is behind an account, so that apps may be tried with it. */
    public boolean isSandbox(UUID account) {
        return database.sql("select exists (select from account where id = :id and sandbox)")
                .param("id", account)
                .query(Boolean.class)
                .single();
    }

    /** Makes exactly these accounts, of those that there are, sandbox accounts. */
    void keepSandbox(List<SandboxAccount> these) {
        database.sql(
                        """
                        update account a set sandbox = not a.sandbox where a.sandbox <> exists
                          (select from unnest(:names::text[], :systems::text[], :values::text[]) as f(name, system, value)
                           where lower(a.username) = f.name and a.identifier_system = f.system
                             and a.identifier_value = f.value)""")
                .param(
                        "names",
                        these.stream().map(each -> each.username().value()).toArray(String[]::new))
                .param("systems", these.stream().map(each -> each.of().system()).toArray(String[]::new))
                .param("values", these.stream().map(each -> each.of().value()).toArray(String[]::new))
                .update();
    }

    /** Keeps the id under which the FHIR server knows this person. */
    public void keepFhirId(UUID account, String fhirId) {
        database.sql("update account set fhir_id = :fhirId where id = :id")
                .param("fhirId", fhirId)
                .param("id", account)
                .update();
    }

    public void keepPhone(UUID account, String phone) {
        set(account, "phone", phone);
    }

    public void keepEmail(UUID account, String email) {
        set(account, "email", email);
    }

    public void keepPassword(UUID account, String hash) {
        set(account, "password_hash", hash);
    }

    /** Gives an account another user name and says whether it was free. */
    public boolean rename(UUID account, Username username) {
        return database.sql(
                                """
                                update account set username = :username where id = :id and not exists
                                  (select 1 from account where lower(username) = :username)""")
                        .param("username", username.value())
                        .param("id", account)
                        .update()
                == 1;
    }

    public void forgetPhone(UUID account) {
        set(account, "phone", null);
    }

    /**
     * Gives an account that had none a user name and password, and all that came with them.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody else has the user name
     */
    public void giveCredentials(UUID account, Account from) {
        database.sql(
                        """
                        update account set username = :username, password_hash = :hash, phone = :phone, email = :email,
                          birth_date = :born, fhir_id = :fhirId where id = :id""")
                .param("username", from.username())
                .param("hash", from.passwordHash())
                .param("phone", from.phone().orElse(null))
                .param("email", from.email().orElse(null))
                .param("born", from.birthDate().orElse(null))
                .param("fhirId", from.fhirId().orElse(null))
                .param("id", account)
                .update();
    }

    /** Closes an account for good and says whether it was open. */
    public boolean close(UUID account) {
        return database.sql("update account set closed_at = :now where id = :id and closed_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", account)
                        .update()
                == 1;
    }

    /** Adds an account and says whether the user name was free. */
    public boolean add(Account account) {
        return database.sql(
                                """
                                insert into account (id, username, password_hash, phone, email, birth_date, kind,
                                  hospital, identifier_system, identifier_value, language, fhir_id, created_at)
                                values (:id, :username, :hash, :phone, :email, :born, :kind, :hospital, :system,
                                  :value, :language, :fhirId, :now)
                                on conflict (lower(username)) do nothing""")
                        .param("id", account.id())
                        .param("username", account.username())
                        .param("hash", account.passwordHash())
                        .param("phone", account.phone().orElse(null))
                        .param("email", account.email().orElse(null))
                        .param("born", account.birthDate().orElse(null))
                        .param("kind", account.kind().column())
                        .param("hospital", account.hospital().value())
                        .param("system", account.identifier().system())
                        .param("value", account.identifier().value())
                        .param("language", account.language().getLanguage())
                        .param("fhirId", account.fhirId().orElse(null))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private void set(UUID account, String column, String value) {
        database.sql("update account set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", account)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("password_hash"),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getString("birth_date")),
                AccountKind.ofColumn(row.getString("kind")),
                new HospitalId(row.getString("hospital")),
                new PersonIdentifier(row.getString("identifier_system"), row.getString("identifier_value")),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("closed_at") != null,
                Optional.ofNullable(row.getString("fhir_id")));
    }
}
