/**
 * The released view: what people and their apps may read, as rows that are ready to be sent, written in the
 * transaction of the system of record. {@link nl.inzage.fhir.catalogue.Catalogue} says what it holds.
 */
package nl.inzage.fhir.view;
