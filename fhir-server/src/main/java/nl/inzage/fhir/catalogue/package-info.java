/** What people and apps can ask: types, search parameters, includes and operations, each in one row of one table. */
package nl.inzage.fhir.catalogue;
