package nl.inzage.auth.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The people who can log in to the test server; each test class has its own, so that failures do not meet. */
public enum People {
    ANNA("anna.visser", "patient", "999990019", "nl", "linde"),
    BRAM("bram.dejong", "patient", "999990020", "nl", "linde"),
    CARLA("carla.smit", "patient", "999990032", "en", "linde"),
    DIRK("dirk.bakker", "patient", "999990044", "nl", "linde"),
    EVA("eva.meijer", "patient", "999990056", "nl", "linde"),
    FEMKE("femke.mulder", "patient", "999990068", "nl", "linde"),
    GERRIT("gerrit.bos", "patient", "999990081", "nl", "linde"),
    HANNA("hanna.vos", "patient", "999990111", "nl", "linde"),
    IVO("ivo.kok", "patient", "999990123", "nl", "linde"),
    JOOST("joost.prins", "patient", "999990135", "nl", "linde"),
    WIM("wim.kok", "patient", "999990275", "nl", "mumc"),
    IDA("ida.postma", "patient", "999990287", "nl", "umcg"),
    JAAP("jaap.dijkstra", "patient", "999990299", "nl", "amcvumc"),
    KARIN("karin.haan", "patient", "999990305", "nl", "umcg"),
    LOTTE("lotte.blom", "patient", "999990378", "nl", "linde"),
    MEES("mees.kuiper", "patient", "999990391", "nl", "linde"),
    NOOR("noor.brand", "patient", "999990354", "nl", "linde"),
    DESK("balie.linde", "desk", "900000001", "nl", "linde"),
    DESK_UMCG("balie.umcg", "desk", "900000002", "nl", "umcg"),
    DESK_MUMC("balie.mumc", "desk", "900000003", "nl", "mumc"),
    CLINIC_AMC("poli.amc", "clinicEmployee", "900000004", "nl", "amcvumc"),
    DOCTOR("arts.linde", "clinician", "900000005", "nl", "linde"),
    DESK_UMCU("balie.umcu", "desk", "900000006", "nl", "umcu"),
    CLINIC_UMCG("poli.umcg", "clinicEmployee", "900000007", "nl", "umcg"),
    ADMINISTRATOR("beheer.linde", "administrator", "900000008", "nl", "linde"),
    ADMINISTRATOR_UMCU("beheer.umcu", "administrator", "900000009", "nl", "umcu"),
    /** Nobody real: apps are tried with this account. */
    SANDBOX("sam.zandbak", "patient", "999990433", "nl", "linde"),
    /** Has an account, but the hospital knows no dossier. */
    STRANGER("onbekend.bijziekenhuis", "patient", "999990093", "nl", "linde");

    public static final String PASSWORD = "Zeven blauwe fietsen in de regen!";

    private final String username;
    private final String kind;
    private final String number;
    private final String language;
    private final String hospital;

    People(String username, String kind, String number, String language, String hospital) {
        this.username = username;
        this.kind = kind;
        this.number = number;
        this.language = language;
        this.hospital = hospital;
    }

    public String username() {
        return username;
    }

    public String phone() {
        return "+316" + number.substring(1);
    }

    /** The number that the hospital knows this person by. */
    public String number() {
        return number;
    }

    /** The id of this person at the FHIR server. */
    public String fhirId() {
        return "id-of-" + username.replace('.', '-');
    }

    /** As the FHIR server is asked for this person. */
    String identifier() {
        return system() + "|" + number;
    }

    private String system() {
        return "http://fhir.nl/fhir/NamingSystem/" + (kind.equals("patient") ? "bsn" : "uzi-nr-pers");
    }

    static Map<String, String> all() {
        Map<String, String> known = new LinkedHashMap<>();
        for (People person : values()) {
            if (person != STRANGER) {
                known.put(person.identifier(), person.fhirId());
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
                  hospital: %s
                  identifier: {system: "%s", value: "%s"}
                  language: %s
                  sandbox: %s
                """
                .formatted(username, PASSWORD, phone(), kind, hospital, system(), number, language, this == SANDBOX);
    }
}
