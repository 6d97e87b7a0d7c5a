package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.auth.support.RunningServer;

/** The way from the code on a letter to an account (F5). */
final class Letter {

    static final String PASSWORD = "Groene kikker op een steen";

    private final RunningServer server;
    private final Patient patient;
    private final Visitor visitor;
    private final String code;

    Letter(RunningServer server, Patient patient, String code) {
        this.server = server;
        this.patient = patient;
        this.visitor = patient.visitor();
        this.code = code;
    }

    /** All steps with a mistake at each; the last leads to the portal. */
    void leadsToAccount(String username) {
        codeAndBirthDate();
        phone();
        account(username);
        question();
        email();
        terms();
    }

    /** All steps at once, as somebody does who makes no mistake and gives no e-mail address. */
    void leadsStraightToAccount(String username) {
        visitor.open("/activeren")
                .fill("code", code)
                .fill("born", patient.who().born())
                .press("activate.next")
                .isAt("code.title")
                .fill("code", patient.sms())
                .press("activate.next")
                .isAt("activate.account.title")
                .fill("username", username)
                .fill("password", PASSWORD)
                .fill("again", PASSWORD)
                .press("activate.next")
                .isAt("question.title")
                .tick("question.words.street")
                .fill("answer", "Lindestraat")
                .press("activate.next")
                .isAt("activate.email.title")
                .fill("email", "")
                .press("activate.next")
                .isAt("activate.terms.title")
                .tick("activate.terms.agree");
        assertThat(visitor.pressToPortal("activate.terms.submit"))
                .startsWith(server.portal().address());
    }

    private void codeAndBirthDate() {
        visitor.open("/activeren").isAt("activate.title").looks("activeren");
        visitor.press("activate.next")
                .isToldBeside("code", "activate.code.missing")
                .isToldBeside("born", "activate.born.wrong")
                .looks("activeren-niets-ingevuld");
        visitor.fill("code", code).fill("born", "1-1-1930").press("activate.next");
        visitor.isToldBeside("code", "activate.refused").looks("activeren-verkeerde-geboortedatum");
        visitor.fill("code", code)
                .fill("born", patient.who().born())
                .press("activate.next")
                .isAt("code.title");
    }

    private void phone() {
        visitor.looks("activeren-telefoon")
                .fill("code", patient.otherThan(patient.sms()))
                .press("activate.next")
                .isToldBeside("code", "code.error.wrong")
                .looks("activeren-telefoon-verkeerde-code");
        visitor.press("code.again.submit").sees("activate.notice.wacht").looks("activeren-telefoon-te-snel");
        visitor.fill("code", patient.sms()).press("activate.next").isAt("activate.account.title");
    }

    private void account(String username) {
        visitor.looks("activeren-account")
                .fill("username", "ik")
                .fill("password", "Password1")
                .fill("again", "Password1")
                .press("activate.next")
                .isToldBeside("username", "activate.username.form")
                .isToldBeside("password", "newpassword.too_common")
                .looks("activeren-account-te-bekend");
        visitor.fill("username", username)
                .fill("password", PASSWORD)
                .fill("again", PASSWORD + "!")
                .press("activate.next")
                .isToldBeside("again", "newpassword.differs");
        visitor.fill("password", PASSWORD)
                .fill("again", PASSWORD)
                .press("activate.next")
                .isAt("question.title");
    }

    private void question() {
        visitor.looks("activeren-vraag")
                .press("activate.next")
                .isToldBeside("question", "question.missing")
                .isToldBeside("answer", "question.answer.short")
                .looks("activeren-vraag-niets-ingevuld");
        visitor.tick("question.words.street")
                .fill("answer", "Lindestraat")
                .press("activate.next")
                .isAt("activate.email.title");
    }

    private void email() {
        String address = patient.who().email();
        visitor.looks("activeren-email")
                .fill("email", "geen adres")
                .press("activate.next")
                .isToldBeside("email", "activate.email.form")
                .looks("activeren-email-fout");
        visitor.fill("email", address)
                .press("activate.next")
                .isAt("activate.email.code.title")
                .looks("activeren-emailcode");
        String mailed = server.sms().newestCode(address);
        visitor.fill("code", patient.otherThan(mailed))
                .press("activate.next")
                .isToldBeside("code", "activate.email.code.wrong")
                .looks("activeren-emailcode-fout");
        visitor.fill("code", mailed).press("activate.next").isAt("activate.terms.title");
    }

    private void terms() {
        visitor.looks("activeren-voorwaarden")
                .press("activate.terms.submit")
                .isToldBeside("terms", "activate.terms.missing")
                .looks("activeren-voorwaarden-geen-akkoord");
        visitor.tick("activate.terms.agree");
        assertThat(visitor.pressToPortal("activate.terms.submit"))
                .startsWith(server.portal().address());
    }
}
