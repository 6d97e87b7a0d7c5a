package nl.inzage.fhir.noninterference;

/**
 * What a search could find a resource by.
 *
 * @param key the resource, as {@code Type/id}
 * @param kind token, string, date, number, quantity, uri or reference
 * @param value as it would be searched for
 * @param hidden whether nobody of the patients may know it
 */
record Fact(String key, String parameter, String kind, String value, boolean hidden) {

    String type() {
        return typeOf(key);
    }

    String id() {
        return idOf(key);
    }

    static String typeOf(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    static String idOf(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
