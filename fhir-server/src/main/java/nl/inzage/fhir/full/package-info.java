/** The full door: what a hospital's systems may ask, and that they see and change their own hospital only. */
package nl.inzage.fhir.full;
