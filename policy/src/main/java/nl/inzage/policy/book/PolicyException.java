package nl.inzage.policy.book;

import org.yaml.snakeyaml.nodes.Node;

/** A policy file that cannot be used; the message names file, line and key, and the application must not start. */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PolicyException(String message) {
        super(message);
    }

    PolicyException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A fault at a place in a file; lines are counted from 1. */
    static PolicyException at(String file, Node place, String message) {
        return new PolicyException(file + ", line " + (place.getStartMark().getLine() + 1) + ": " + message);
    }
}
