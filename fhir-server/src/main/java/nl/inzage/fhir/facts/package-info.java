/** What the rules need to know of a resource, read from FHIR into the words of the rules. */
package nl.inzage.fhir.facts;
