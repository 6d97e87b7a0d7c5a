/** The part of an app that is launched, and of the person who launches it. */
package nl.inzage.conformance.app;
