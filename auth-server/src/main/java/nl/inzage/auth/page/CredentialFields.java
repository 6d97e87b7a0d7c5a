package nl.inzage.auth.page;

import java.util.Locale;
import nl.inzage.auth.account.CommonPasswords;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.NewPassword;
import nl.inzage.policy.ruling.Ruling;
import org.springframework.stereotype.Component;

/** What is wrong with a new password or a new security question, on whichever page it is chosen. */
@Component
public class CredentialFields {

    private static final int SHORTEST_ANSWER = 3;
    private static final int LONGEST_ANSWER = 200;

    private final CommonPasswords common;
    private final PolicyBook policies;

    CredentialFields(CommonPasswords common, PolicyBook policies) {
        this.common = common;
        this.policies = policies;
    }

    /** Judges the fields {@code password} and {@code again}. */
    public FormErrors password(HospitalId hospital, String username, String password, String again) {
        Ruling<NewPassword.Reason> ruling =
                common.judge(password, username, policies.require(hospital).name());
        if (!ruling.isAllowed()) {
            return new FormErrors()
                    .add("password", "newpassword." + ruling.reason().name().toLowerCase(Locale.ROOT));
        }
        return new FormErrors().addIf(!password.equals(again), "again", "newpassword.differs");
    }

    /** Judges the fields {@code question} and {@code answer}; the answer in the form in which it is compared. */
    public FormErrors question(String question, String comparable) {
        boolean unfit = comparable.length() < SHORTEST_ANSWER || comparable.length() > LONGEST_ANSWER;
        return new FormErrors()
                .addIf(!SecurityQuestions.ALL.contains(question), "question", "question.missing")
                .addIf(unfit, "answer", "question.answer.short");
    }
}
