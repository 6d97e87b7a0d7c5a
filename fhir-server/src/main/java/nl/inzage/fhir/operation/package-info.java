/** The full door's own operations on releases: what staff asks about them, and what clinicians decide. */
package nl.inzage.fhir.operation;
