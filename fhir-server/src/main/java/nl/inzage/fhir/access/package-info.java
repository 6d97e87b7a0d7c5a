/**
 * What a request may see: one {@link nl.inzage.fhir.access.AccessPlan} a request, of which the query's terms, the
 * row-level security settings and the final check are readings.
 */
package nl.inzage.fhir.access;
