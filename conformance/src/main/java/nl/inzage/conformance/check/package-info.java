/** The checks, in groups: each looks at what the server did, or asks it to do something. */
package nl.inzage.conformance.check;
