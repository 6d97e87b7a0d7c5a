package nl.inzage.fhir.narrow;

/** A request that is not answered; everything in it follows from the request alone, never from what is stored. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private Refusal(int status, String code, String diagnostics) {
        super(diagnostics, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The request has a form that this door does not take. */
    static Refusal shape(String diagnostics) {
        return new Refusal(400, "not-supported", diagnostics);
    }

    /** A value cannot be read. */
    static Refusal value(String diagnostics) {
        return new Refusal(400, "invalid", diagnostics);
    }

    /** The token does not permit it, whatever is stored. */
    static Refusal scope(String diagnostics) {
        return new Refusal(403, "forbidden", diagnostics);
    }

    /** Hidden, somebody else's, deleted or never there: the same answer to the byte. */
    static Refusal notFound() {
        return new Refusal(404, "not-found", "Not found");
    }

    /** A type that this door does not have. */
    static Refusal unknownType() {
        return new Refusal(404, "not-supported", "This resource type is not offered here");
    }

    static Refusal method() {
        return new Refusal(405, "not-supported", "This door takes GET, and POST to [type]/_search or of a batch");
    }

    static Refusal notAcceptable() {
        return new Refusal(406, "not-supported", "The answer can be application/fhir+json or application/fhir+xml");
    }

    static Refusal mediaType() {
        return new Refusal(
                415, "not-supported", "A search by POST is application/x-www-form-urlencoded, a batch is FHIR");
    }

    /** A fault of this server; what it is stays in the log. */
    static Refusal fault() {
        return new Refusal(500, "exception", "The request could not be answered");
    }

    /** What has to be written down before an answer cannot be. */
    static Refusal unavailable() {
        return new Refusal(503, "transient", "The request cannot be answered now; try again later");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
