package nl.inzage.bench.speed;

/**
 * Whose dossier is asked.
 *
 * @param identifier Synthea's own, the same on all servers
 * @param token empty when the server asks for none
 */
record Person(String identifier, String id, String code, String token) {

    String in(String url) {
        return url.replace("%P", id).replace("%C", code);
    }
}
