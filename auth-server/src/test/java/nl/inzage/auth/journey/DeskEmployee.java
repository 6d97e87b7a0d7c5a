package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;

/** Somebody who works at the desk or at a clinic of a hospital, with a browser. */
final class DeskEmployee implements AutoCloseable {

    private final Visitor visitor;

    DeskEmployee(Browsing browsing, RunningServer server, Words words, People employee) {
        this(browsing, server, words, employee, "desk.title");
    }

    private DeskEmployee(Browsing browsing, RunningServer server, Words words, People employee, String arrivesAt) {
        visitor = new Visitor(browsing, server, words, employee.username());
        visitor.open("/balie").isAt("login.title");
        visitor.fill("username", employee.username())
                .fill("password", People.PASSWORD)
                .press("login.submit")
                .isAt("code.title")
                .fill("code", server.sms().newestCode(employee.phone()))
                .press("code.submit")
                .isAt(arrivesAt);
    }

    /** Somebody who looks after the accounts of the staff, and comes in by the same door. */
    static DeskEmployee administrator(Browsing browsing, RunningServer server, Words words) {
        return new DeskEmployee(browsing, server, words, People.ADMINISTRATOR, "staff.title");
    }

    Visitor visitor() {
        return visitor;
    }

    /** Finds the patient by birth date and surname, after a search that says too little. */
    DeskEmployee find(StubPatient patient) {
        visitor.looks("balie")
                .press("desk.search.submit")
                .isToldBeside("born", "desk.search.born")
                .isToldBeside("surname", "desk.search.surname")
                .isToldBeside("reason", "desk.search.reason.missing")
                .looks("balie-niets-ingevuld");
        visitor.fill("reason", "Staat aan de balie")
                .fill("born", "1-1-1901")
                .fill("surname", "Linden")
                .press("desk.search.submit")
                .sees("desk.found.none")
                .looks("balie-niemand-gevonden");
        return search(patient);
    }

    /** Opens the patient's page. */
    DeskEmployee search(StubPatient patient) {
        visitor.open("/balie")
                .fill("reason", "Staat aan de balie")
                .fill("born", patient.born())
                .fill("surname", "Linden")
                .press("desk.search.submit")
                .looks("balie-gevonden")
                .press("desk.open.of", patient.given() + " " + patient.family());
        return this;
    }

    /** Makes the letter, after a form that says nothing; the answer is the code on it. */
    String letter(String channel, String document) {
        visitor.sees("desk.state.none")
                .showsFocus()
                .looks("balie-patient")
                .press("desk.letter.submit")
                .isToldBeside("maken-document", "desk.document.missing")
                .isToldBeside("maken-seen", "desk.seen.missing")
                .looks("balie-patient-niets-ingevuld");
        String code = anotherLetter(channel, document);
        visitor.doesNotSee("desk.letter.replaced").looks("balie-brief");
        return code;
    }

    /** Makes a letter; an earlier one is void. */
    String anotherLetter(String channel, String document) {
        visitor.tick("desk.channel.words." + channel)
                .tick("desk.document.words." + document)
                .tick("desk.seen")
                .press("desk.letter.submit")
                .sees("letter.activation.title");
        String code = visitor.textOf("geheim");
        assertThat(code).isNotBlank();
        return code;
    }

    @Override
    public void close() {
        assertThat(visitor.complaints()).isEmpty();
        visitor.close();
    }
}
