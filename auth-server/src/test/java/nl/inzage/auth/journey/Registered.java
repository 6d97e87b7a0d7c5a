package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;

/** The patients whom a hospital knows before a journey begins. */
final class Registered {

    private static final String SYSTEM = "http://fhir.nl/fhir/NamingSystem/bsn";
    private static final String VERIFIED =
            ",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/identifier-validDate\","
                    + "\"valueDateTime\":\"2020-01-02\"}]";

    private Registered() {}

    /** Somebody without an account, born on a day of his or her own. */
    static StubPatient at(String hospital, String journey, Words words, RunningServer server) {
        String id = hospital + "-" + journey + "-" + words.language();
        int hash = Math.floorMod(id.hashCode(), 40 * 11 * 27);
        String born =
                String.format(Locale.ROOT, "%d-%02d-%02d", 1930 + hash % 40, 1 + hash / 40 % 11, 1 + hash / 440 % 27);
        StubPatient patient = StubPatient.of(id, hospital, number(id), born);
        server.fhir().has(patient);
        return patient;
    }

    /** Lets the hospital know this number of DigiD, verified or not. */
    static void forDigid(StubPatient patient, String born, boolean verified, RunningServer server) {
        server.fhir()
                .knowsPatient(
                        SYSTEM + "|" + patient.bsn(),
                        """
                        {"resourceType":"Patient","id":"%s","birthDate":"%s",
                         "identifier":[{"system":"%s","value":"%s"%s}]}"""
                                .formatted(patient.id(), born, SYSTEM, patient.bsn(), verified ? VERIFIED : ""));
    }

    /** Gives a patient an account with the letter of this employee; the answer is the user name. */
    static String account(StubPatient patient, People employee, Map<String, String> atTheDesk, RunningServer server) {
        Desk desk = Desk.of(employee, server);
        String code = Desk.secret(desk.enrol(patient, atTheDesk));
        Enrolling person = new Enrolling(server);
        person.upToTerms(patient, code, patient.id());
        Answer made = person.agree();
        assertThat(made.status()).as(made.body()).isEqualTo(302);
        return patient.id();
    }

    /** A number for tests that satisfies the eleven-test, another one for each id. */
    private static String number(String id) {
        int number = 999_700_000 + Math.floorMod(id.hashCode(), 9_000) * 11;
        while (!satisfiesElevenTest(number)) {
            number++;
        }
        return Integer.toString(number);
    }

    private static boolean satisfiesElevenTest(int number) {
        int rest = number / 10;
        int sum = -(number % 10);
        for (int weight = 2; weight <= 9; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        return sum % 11 == 0;
    }
}
