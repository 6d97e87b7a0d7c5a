package nl.inzage.conformance.report;

/**
 * Something that a server has to do.
 *
 * @param id as the test kits number it; those that begin with @ are numbers of Inferno's list of requirements
 * @param group with what it is asked
 * @param source who asks it
 * @param text what must hold
 */
public record Requirement(String id, String group, Level level, String source, String text) {}
