/**
 * Asks a SMART on FHIR server from outside what the specification and the test kits of Inferno and ONC ask, and says line
 * by line what holds. Knows no other module, so that a hospital can hold any installation against it.
 */
package nl.inzage.conformance;
