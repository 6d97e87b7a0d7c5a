/**
 * The narrow door, for people and apps: a request is parsed into an allowed query, answered by one SQL statement over
 * the released view and checked once more before it leaves. HAPI's search is never called.
 */
package nl.inzage.fhir.narrow;
