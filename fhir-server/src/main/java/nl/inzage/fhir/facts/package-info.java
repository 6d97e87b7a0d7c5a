/**
 * What the rules need to know of a resource, read from FHIR into the words of the rules: no rule, only facts, and
 * unknown is one of them. What codes mean is in reviewed tables beside this package's classes; docs/facts.md tells how.
 */
package nl.inzage.fhir.facts;
