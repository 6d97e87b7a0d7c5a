package nl.inzage.fhir.narrow;

import java.time.OffsetDateTime;

/** The last row of a page, in the order of its query. */
record Cursor(OffsetDateTime time, String id) {}
