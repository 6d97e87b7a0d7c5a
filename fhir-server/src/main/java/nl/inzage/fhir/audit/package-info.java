/** Who looked at what: written down for good before anything of it is sent (NEN 7513). */
package nl.inzage.fhir.audit;
