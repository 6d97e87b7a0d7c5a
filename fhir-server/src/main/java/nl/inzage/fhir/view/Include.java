package nl.inzage.fhir.view;

/**
 * A reference that a search may follow by {@code _include=Type:name}.
 *
 * @param target the one type that is followed; in the source type nothing else refers to it
 */
public record Include(String name, String target) {}
