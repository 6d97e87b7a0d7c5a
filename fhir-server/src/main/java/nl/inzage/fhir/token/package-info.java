/** Who stands at a door: access tokens of the authorization server, and SMART discovery. */
package nl.inzage.fhir.token;
