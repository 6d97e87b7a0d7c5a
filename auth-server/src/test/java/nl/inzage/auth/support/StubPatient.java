package nl.inzage.auth.support;

import java.util.Map;

/** A patient of a hospital, as the FHIR server would tell. */
public record StubPatient(
        String id,
        String hospital,
        String bsn,
        String given,
        String family,
        String born,
        String phone,
        String email,
        boolean deceased) {

    /** Somebody with a telephone and a mailbox of his or her own. */
    public static StubPatient of(String id, String hospital, String bsn, String born) {
        String number = "06" + (10_000_000 + Math.floorMod(id.hashCode(), 90_000_000));
        return new StubPatient(
                id, hospital, bsn, "Petra Maria", "van der Linden", born, number, id + "@example.org", false);
    }

    /** A number that looks like a citizen service number, another one for each id. */
    public static String numberOf(String id) {
        return "9998" + (10_000 + Math.floorMod(id.hashCode(), 90_000));
    }

    /** The same person after death. */
    public StubPatient dead() {
        return new StubPatient(id, hospital, bsn, given, family, born, phone, email, true);
    }

    /** The same person with another telephone. */
    public StubPatient with(String mobile) {
        return new StubPatient(id, hospital, bsn, given, family, born, mobile, email, deceased);
    }

    /** The number in international form. */
    public String mobile() {
        return "+31" + phone.substring(1);
    }

    boolean isFound(Map<String, String> asked, String byHospital) {
        boolean byId = id.equals(asked.get("_id"));
        boolean byNumber = bsn.equals(asked.get("identifier"));
        boolean byDay = born.equals(asked.get("birthdate"));
        return hospital.equals(byHospital) && (byId || byNumber || byDay);
    }

    String json() {
        return """
                {"resourceType":"Patient","id":"%s","birthDate":"%s","deceasedBoolean":%s,
                 "name":[{"given":["%s"],"family":"%s"}],
                 "identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"%s"}],
                 "telecom":[{"system":"phone","value":"%s"},{"system":"email","value":"%s"}]}"""
                .formatted(id, born, deceased, given, family, bsn, phone, email);
    }
}
