package nl.inzage.conformance.app;

import java.util.Map;

/** Somebody's browser came, with these parameters. */
public record Arrival(Map<String, String> parameters) {

    public Arrival {
        parameters = Map.copyOf(parameters);
    }

    /** The value of a parameter, or an empty text. */
    public String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Arrival" + parameters.keySet();
    }
}
