/** Requests and answers, seen as they are on the wire. */
package nl.inzage.conformance.web;
