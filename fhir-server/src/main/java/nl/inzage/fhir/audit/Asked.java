package nl.inzage.fhir.audit;

/**
 * One question and how it ended.
 *
 * @param action {@code read}, {@code search} or {@code everything}; {@code refused} when it could not be understood
 * @param what the relative URL, without parameters that hold a personal number
 * @param status of the answer to this question, as in HTTP
 */
public record Asked(String action, String what, int status) {}
