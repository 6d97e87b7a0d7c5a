package nl.inzage.fhir.narrow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What a body says about itself, gathered in one pass over all of it: its type, its id, and whom it is about. A name
 * that stands twice cannot say two things: of whom it is about all count, and of type and id the body is unclear.
 */
final class SaidOfItself {

    /** The elements whose reference says whom a body is about, at the top or in a contained resource. */
    private static final Set<String> ABOUT = Set.of("subject", "patient", "beneficiary", "for", "participant.actor");

    private static final String CONTAINED = "contained";

    private final Set<String> patients = new HashSet<>(4);
    private String type = "";
    private String id = "";

    /** The names of the elements that are open; of an object in an array none. */
    private String[] open = new String[16];

    private int depth;

    private SaidOfItself() {}

    /**
     * Reads a body.
     *
     * @throws IOException when it is not well formed, or says twice what it is
     */
    static SaidOfItself in(JsonParser body) throws IOException {
        SaidOfItself said = new SaidOfItself();
        said.read(body);
        return said;
    }

    String type() {
        return type;
    }

    String id() {
        return id;
    }

    Set<String> patients() {
        return patients;
    }

    private void read(JsonParser body) throws IOException {
        String name = null;
        for (JsonToken token = body.nextToken(); token != null; token = body.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                name = body.currentName();
                continue;
            }
            if (token.isStructStart()) {
                open(name);
            } else if (token.isStructEnd()) {
                depth--;
            } else if (name != null && token == JsonToken.VALUE_STRING) {
                value(name, body);
            }
            name = null;
        }
        if (type.equals("Patient")) {
            patients.add(id);
        }
    }

    private void open(String name) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = name;
    }

    private void value(String name, JsonParser body) throws IOException {
        switch (name) {
            case "reference" -> reference(body.getText());
            case "resourceType" -> type = depth == 1 ? once(type, body.getText()) : type;
            case "id" -> id = depth == 1 ? once(id, body.getText()) : id;
            default -> {}
        }
    }

    private static String once(String before, String said) throws IOException {
        if (!before.isEmpty()) {
            throw new IOException("It is said twice what this is");
        }
        return said;
    }

    private void reference(String text) {
        if (text.contains("Patient/") && ABOUT.contains(path())) {
            int version = text.indexOf("/_history/");
            String resource = version < 0 ? text : text.substring(0, version);
            patients.add(resource.substring(resource.lastIndexOf('/') + 1));
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            if (open[i] != null && !(path.isEmpty() && open[i].equals(CONTAINED))) {
                path.append(path.isEmpty() ? "" : ".").append(open[i]);
            }
        }
        return path.toString();
    }
}
