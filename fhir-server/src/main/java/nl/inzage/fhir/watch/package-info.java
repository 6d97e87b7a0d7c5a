/** What looks at something all the time. */
package nl.inzage.fhir.watch;
