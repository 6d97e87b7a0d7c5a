package nl.inzage.auth.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The question that lets somebody choose a new password (F16). People choose from a list, so that who has none can be
 * asked one as well.
 */
@Repository
public class SecurityQuestions {

    /** The questions, by the last part of their message keys. */
    public static final List<String> ALL = List.of("school", "teacher", "street", "friend", "job", "holiday");

    private final JdbcClient database;
    private final NameKey key;

    SecurityQuestions(JdbcClient database, NameKey key) {
        this.database = database;
        this.key = key;
    }

    public void keep(UUID account, String question, String answerHash) {
        database.sql(
                        """
                        insert into security_question values (:account, :question, :hash)
                        on conflict (account_id) do update set question = :question, answer_hash = :hash""")
                .param("account", account)
                .param("question", question)
                .param("hash", answerHash)
                .update();
    }

    /** The question of a name: its own, or one that is always the same for it. */
    public String question(Username name, Optional<Account> account) {
        String otherwise = ALL.get(key.choice(name, "question", ALL.size()));
        return column(account, "question").orElse(otherwise);
    }

    public Optional<String> answerHash(Optional<Account> account) {
        return column(account, "answer_hash");
    }

    /** An answer as it is compared: capitals, accents' ways of writing and spaces do not matter. */
    public static String comparable(String answer) {
        return Normalizer.normalize(answer, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** For nobody the same question is asked. */
    private Optional<String> column(Optional<Account> account, String column) {
        return database.sql("select " + column + " from security_question where account_id = :account")
                .param("account", account.map(Account::id).orElseGet(UUID::randomUUID))
                .query(String.class)
                .optional();
    }
}
