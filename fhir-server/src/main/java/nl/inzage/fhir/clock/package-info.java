/** Whether the database's clock may release anything: looked at all the time, by a clock that cannot be set. */
package nl.inzage.fhir.clock;
