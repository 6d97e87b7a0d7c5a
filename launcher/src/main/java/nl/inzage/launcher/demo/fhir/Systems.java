package nl.inzage.launcher.demo.fhir;

/** The identifier systems of the demo hospital and the national ones. */
final class Systems {

    static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    static final String UZI = "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers";
    static final String AGB = "http://fhir.nl/fhir/NamingSystem/agb-z";
    static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";
    static final String UZOVI = "http://fhir.nl/fhir/NamingSystem/uzovi";
    static final String AGB_SPECIALITY = "urn:oid:2.16.840.1.113883.2.4.6.7";

    private static final String HOSPITAL = "https://linde.inzage.nl/";

    private Systems() {}

    /** A numbering of the hospital itself, such as {@code lab/uitslag}. */
    static String own(String numbering) {
        return HOSPITAL + numbering;
    }
}
