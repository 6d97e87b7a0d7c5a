package nl.inzage.fhir.full;

/** A Spring bean with HAPI {@code @Hook} methods for requests at the full door only. */
public interface DoorRule {}
