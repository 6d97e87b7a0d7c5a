package nl.inzage.auth.journey;

import nl.inzage.auth.support.RunningServer;

/** A forgotten user name (F17), after a form that says nothing. */
final class ForgottenUsername {

    private final RunningServer server;
    private final Patient patient;
    private final Visitor visitor;

    ForgottenUsername(RunningServer server, Patient patient) {
        this.server = server;
        this.patient = patient;
        this.visitor = patient.visitor();
    }

    /** The user name comes by e-mail to who is named as the hospital asks. */
    void named(String initials, String surname) {
        begins();
        fills(initials, surname).sees("recovery.username.sent").looks("gebruikersnaam-vergeten-verstuurd");
        Mailbox.of(patient.who(), server).waitsFor(patient.who().id());
    }

    /** The hospital's desk answers itself. */
    void isAskedAtTheDesk() {
        begins();
        fills("", "").sees("recovery.username.desk").looks("gebruikersnaam-vergeten-balie");
    }

    private void begins() {
        visitor.open("/inloggen");
        visitor.open("/gebruikersnaam-vergeten")
                .isAt("recovery.username.title")
                .looks("gebruikersnaam-vergeten")
                .press("recovery.username.submit")
                .isToldBeside("hospital", "recovery.hospital.missing")
                .isToldBeside("initials", "recovery.initials.missing")
                .isToldBeside("surname", "recovery.surname.missing")
                .isToldBeside("born", "activate.born.wrong")
                .looks("gebruikersnaam-vergeten-niets-ingevuld");
    }

    private Visitor fills(String initials, String surname) {
        return visitor.choose(patient.hospitalName())
                .fill("initials", initials)
                .fill("surname", surname)
                .fill("born", patient.who().born())
                .press("recovery.username.submit");
    }
}
