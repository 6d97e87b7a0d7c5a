package nl.inzage.auth.journey;

/** A new password after forgetting the old one, where the hospital asks a security question (F16). */
final class ForgottenPassword {

    private final Patient patient;
    private final Visitor visitor;

    ForgottenPassword(Patient patient) {
        this.patient = patient;
        this.visitor = patient.visitor();
    }

    /** From the user name to the question. */
    void username(String username) {
        visitor.isAt("recovery.password.title")
                .looks("wachtwoord-vergeten")
                .press("activate.next")
                .isToldBeside("username", "login.username.missing")
                .looks("wachtwoord-vergeten-niets-ingevuld");
        visitor.fill("username", username).press("activate.next").sees("recovery.question.lead");
    }

    /** Wrong birth date, wrong answer, and then both right: a code comes. */
    void question() {
        String born = patient.who().born();
        visitor.looks("wachtwoord-vraag")
                .press("activate.next")
                .isToldBeside("born", "activate.born.wrong")
                .isToldBeside("answer", "recovery.answer.missing")
                .looks("wachtwoord-vraag-niets-ingevuld");
        answer("1-1-1931", "Lindestraat").isToldBeside("answer", "recovery.answer.wrong");
        answer(born, "Kerkstraat")
                .isToldBeside("answer", "recovery.answer.wrong")
                .looks("wachtwoord-vraag-verkeerd");
        answer(born, " linde straat").isAt("code.title");
    }

    Visitor answer(String born, String answer) {
        return visitor.fill("born", born).fill("answer", answer).press("activate.next");
    }

    void code() {
        visitor.looks("wachtwoord-code")
                .fill("code", patient.otherThan(patient.sms()))
                .press("activate.next")
                .isToldBeside("code", "recovery.code.wrong")
                .looks("wachtwoord-code-verkeerd");
        visitor.fill("code", patient.sms()).press("activate.next").isAt("newpassword.title");
    }

    /** Another password, after one that everybody has; it leads to the page "Inloggen". */
    void another(String password) {
        visitor.isAt("newpassword.title")
                .looks("nieuw-wachtwoord")
                .fill("password", "welkom01")
                .fill("again", "welkom01")
                .press("newpassword.submit")
                .isToldBeside("password", "newpassword.too_common")
                .looks("nieuw-wachtwoord-te-bekend");
        visitor.fill("password", password)
                .fill("again", "iets anders")
                .press("newpassword.submit")
                .isToldBeside("again", "newpassword.differs")
                .looks("nieuw-wachtwoord-ongelijk");
        visitor.fill("password", password)
                .fill("again", password)
                .press("newpassword.submit")
                .isAt("login.title")
                .sees("login.notice.gewijzigd")
                .looks("inloggen-nieuw-wachtwoord");
    }
}
