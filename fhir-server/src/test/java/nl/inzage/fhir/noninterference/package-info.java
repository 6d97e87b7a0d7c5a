/**
 * Non-interference of the narrow door, as a tested property: an answer is the same whether or not there is something
 * that its reader may not see. What is claimed, and how to run it for long, is in {@code docs/non-interference.md}.
 */
package nl.inzage.fhir.noninterference;
