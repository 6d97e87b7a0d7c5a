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

    /** The same person, who uses the name of a partner as well. */
    public StubPatient partnerOf(String surname) {
        return new StubPatient(id, hospital, bsn, given, family + "-" + surname, born, phone, email, deceased);
    }

    /** What comes after the hyphen is the partner's, and nl-core has both apart. */
    private String surnameParts() {
        String[] both = family.split("-", 2);
        return both.length < 2
                ? ""
                : """
                ,"_family":{"extension":[
                  {"url":"http://hl7.org/fhir/StructureDefinition/humanname-own-name","valueString":"%s"},
                  {"url":"http://hl7.org/fhir/StructureDefinition/humanname-partner-name","valueString":"%s"}]}"""
                        .formatted(both[0].replace("van der ", ""), both[1].replace("de ", ""));
    }

    String json() {
        return """
                {"resourceType":"Patient","id":"%s","birthDate":"%s","deceasedBoolean":%s,
                 "name":[{"given":["%s"],"family":"%s"%s}],
                 "identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"%s"}],
                 "telecom":[{"system":"phone","value":"%s"},{"system":"email","value":"%s"}]}"""
                .formatted(id, born, deceased, given, family, surnameParts(), bsn, phone, email);
    }
}
