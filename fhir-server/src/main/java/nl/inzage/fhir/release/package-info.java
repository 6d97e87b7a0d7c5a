/** When a stored resource may be seen: the policy of its hospital, applied to it and to its group. */
package nl.inzage.fhir.release;
