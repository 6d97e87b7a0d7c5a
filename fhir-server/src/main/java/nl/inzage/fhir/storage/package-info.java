/** HAPI FHIR JPA as the system of record, and the seam by which others take part in its transactions. */
package nl.inzage.fhir.storage;
