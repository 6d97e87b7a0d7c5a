package nl.inzage.auth.journey;

import java.time.LocalDate;
import java.time.ZoneId;
import nl.inzage.auth.support.DigidStub;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Getting in at UMC Utrecht: with DigiD only, a code by SMS being enough (F8). */
@ExtendWith(Chromium.class)
class UmcuJourneyTest {

    private final RunningServer server = RunningServer.shared();

    @AfterEach
    void theDossierIsThere() {
        server.fhir().fail(false);
    }

    @InBothLanguages
    void digid_is_the_only_way_in(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("umcu", "digid", words, server);
        try (DeskEmployee desk = new DeskEmployee(browsing, server, words, People.DESK_UMCU)) {
            desk.search(patient).visitor().sees("desk.nochannel").looks("balie-patient");
        }
        Registered.forDigid(patient, patient.born(), true, server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            Digid digid = new Digid(server, petra);
            digid.stops();
            digid.isTooLow(DigidStub.BASIS, "digid_below_midden");
            digid.makesAnAccount(DigidStub.MIDDEN);
            petra.visitor()
                    .open("/account")
                    .sees("own.digidonly")
                    .doesNotSee("own.password")
                    .looks("account");
            petra.logsOut();

            petra.comesWithDigid(DigidStub.MIDDEN);
            petra.arrives(petra.visitor().atPortal());
            petra.logsOut();
        }
    }

    @InBothLanguages
    void whoever_cannot_get_in_with_digid_reads_why(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("umcu", "geweigerd", words, server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            Digid digid = new Digid(server, petra);
            Registered.forDigid(
                    patient,
                    LocalDate.now(ZoneId.of("Europe/Amsterdam")).minusYears(11).toString(),
                    true,
                    server);
            digid.isRefused(DigidStub.SUBSTANTIEEL, "digid_too_young");
            Registered.forDigid(patient, patient.born(), false, server);
            digid.isRefused(DigidStub.SUBSTANTIEEL, "digid_not_verified");
            digid.doesNotAnswer();
            server.fhir().fail(true);
            digid.isRefused(DigidStub.SUBSTANTIEEL, "dossier_unavailable");
        }
    }
}
