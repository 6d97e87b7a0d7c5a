package nl.inzage.fhir.narrow;

import java.time.OffsetDateTime;
import nl.inzage.fhir.view.ResourceKey;

/** The last row of a page, in the order of its query. */
record Cursor(OffsetDateTime time, ResourceKey key) {}
