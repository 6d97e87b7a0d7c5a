package nl.inzage.auth.journey;

import nl.inzage.auth.support.RunningServer;

/** Getting in with DigiD (F7, F8), with what can stand in the way. */
final class Digid {

    private final RunningServer server;
    private final Patient patient;
    private final Visitor visitor;

    Digid(RunningServer server, Patient patient) {
        this.server = server;
        this.patient = patient;
        this.visitor = patient.visitor();
    }

    void stops() {
        server.digid().refuses("access_denied");
        patient.choosesDigid()
                .isAt("login.title")
                .sees("login.notice.digid-gestopt")
                .looks("digid-gestopt");
    }

    void isTooLow(String level, String problem) {
        isRefused(level, problem);
        visitor.follow("problem.back").isAt("login.title");
    }

    void makesAnAccount(String level) {
        patient.comesWithDigid(level)
                .isAt("digidaccount.title")
                .looks("digid-account")
                .press("digidaccount.submit")
                .isToldBeside("akkoord", "digidaccount.missing")
                .looks("digid-account-geen-akkoord");
        visitor.tick("digidaccount.accept");
        patient.arrives(visitor.pressToPortal("digidaccount.submit"));
    }

    /** Whatever stands in the way, as the page says it. */
    void isRefused(String level, String problem) {
        patient.comesWithDigid(level).isAt("problem." + problem + ".title").looks(problem);
    }

    void doesNotAnswer() {
        server.digid().refuses("server_error");
        patient.choosesDigid().isAt("problem.digid_failed.title").looks("digid-storing");
    }
}
