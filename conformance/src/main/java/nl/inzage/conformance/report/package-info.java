/** What is asked, by whom, and what was found. */
package nl.inzage.conformance.report;
