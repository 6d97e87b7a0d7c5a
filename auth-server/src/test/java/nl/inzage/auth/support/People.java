package nl.inzage.auth.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The people who can log in to the test server; each test class has its own, so that failures do not meet. */
public enum People {
    ANNA("anna.visser", "patient", "999990019", "nl"),
    BRAM("bram.dejong", "patient", "999990020", "nl"),
    CARLA("carla.smit", "patient", "999990032", "en"),
    DIRK("dirk.bakker", "patient", "999990044", "nl"),
    EVA("eva.meijer", "patient", "999990056", "nl"),
    FEMKE("femke.mulder", "patient", "999990068", "nl"),
    GERRIT("gerrit.bos", "patient", "999990081", "nl"),
    HANNA("hanna.vos", "patient", "999990111", "nl"),
    IVO("ivo.kok", "patient", "999990123", "nl"),
    JOOST("joost.prins", "patient", "999990135", "nl"),
    DESK("balie.linde", "employee", "900000001", "nl"),
    /** Has an account, but the hospital knows no dossier. */
    STRANGER("onbekend.bijziekenhuis", "patient", "999990093", "nl");

    public static final String PASSWORD = "Zeven blauwe fietsen in de regen!";

    private final String username;
    private final String kind;
    private final String number;
    private final String language;

    People(String username, String kind, String number, String language) {
        this.username = username;
        this.kind = kind;
        this.number = number;
        this.language = language;
    }

    public String username() {
        return username;
    }

    public String phone() {
        return "+316" + number.substring(1);
    }

    /** The id of this person at the FHIR server. */
    public String fhirId() {
        return "id-of-" + username.replace('.', '-');
    }

    private String system() {
        return "http://fhir.nl/fhir/NamingSystem/" + (kind.equals("employee") ? "uzi-nr-pers" : "bsn");
    }

    static Map<String, String> all() {
        Map<String, String> known = new LinkedHashMap<>();
        for (People person : values()) {
            if (person != STRANGER) {
                known.put(person.system() + "|" + person.number, person.fhirId());
            }
        }
        return known;
    }

    static String yaml() {
        return "accounts:\n" + List.of(values()).stream().map(People::entry).collect(Collectors.joining());
    }

    private String entry() {
        return """
                - username: %s
                  password: "%s"
                  phone: "%s"
                  kind: %s
                  hospital: linde
                  identifier: {system: "%s", value: "%s"}
                  language: %s
                """
                .formatted(username, PASSWORD, phone(), kind, system(), number, language);
    }
}
