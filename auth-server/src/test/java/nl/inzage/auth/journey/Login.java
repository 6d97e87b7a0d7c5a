package nl.inzage.auth.journey;

/** The page "Inloggen" and the code by SMS (F12), with a mistake at every step. */
final class Login {

    private final Patient patient;
    private final Visitor visitor;

    Login(Patient patient) {
        this.patient = patient;
        this.visitor = patient.visitor();
    }

    /** From the portal to the page that asks for the code. */
    void password(String username, String password) {
        patient.comesFromPortal();
        visitor.showsFocus()
                .looks("inloggen")
                .press("login.submit")
                .isToldBeside("username", "login.username.missing")
                .isToldBeside("password", "login.password.missing")
                .looks("inloggen-niets-ingevuld");
        patient.givesWrongPassword(username, 1)
                .isToldBeside("username", "login.error.refused")
                .looks("inloggen-verkeerd");
        patient.givesPassword(username, password).isAt("code.title");
    }

    /** The code, after an empty form and one that is no code, and back to the portal. */
    void code() {
        visitor.looks("code")
                .press("code.submit")
                .isToldBeside("code", "code.error.missing")
                .looks("code-niets-ingevuld");
        visitor.fill("code", "12").press("code.submit").isToldBeside("code", "code.error.form");
        visitor.press("code.again.submit").sees("code.notice.wacht").looks("code-te-snel");
        patient.givesCode();
    }

    /** A wrong code. */
    Visitor wrongCode() {
        return visitor.fill("code", patient.otherThan(patient.sms())).press("code.submit");
    }
}
