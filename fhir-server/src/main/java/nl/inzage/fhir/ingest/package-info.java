/** What may come in: the project's FHIR package, applied to everything that a hospital's system pushes. */
package nl.inzage.fhir.ingest;
