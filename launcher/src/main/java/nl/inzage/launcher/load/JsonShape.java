package nl.inzage.launcher.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the shape of a JSON file token by token. */
final class JsonShape {

    private static final JsonFactory FACTORY = new JsonFactory();

    private String resourceType = "";
    private String bundleType = "";
    private int entries;
    private boolean repeatable = true;

    private JsonShape() {}

    static Shape of(Path file) throws IOException {
        JsonShape shape = new JsonShape();
        try (JsonParser parser = FACTORY.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotLoadable("it holds no JSON object");
            }
            shape.readRoot(parser);
        } catch (JsonProcessingException e) {
            throw new NotLoadable("it is no JSON: " + e.getOriginalMessage());
        }
        boolean bundle = shape.resourceType.equals("Bundle");
        return new Shape(
                shape.resourceType, bundle ? shape.bundleType : "", bundle ? shape.entries : 1, shape.repeatable);
    }

    private void readRoot(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("resourceType")) {
                resourceType = parser.getText();
            } else if (field.equals("type") && value == JsonToken.VALUE_STRING) {
                bundleType = parser.getText();
            } else if (field.equals("entry") && value == JsonToken.START_ARRAY) {
                readEntries(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readEntries(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            entries++;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean request = parser.currentName().equals("request");
                parser.nextToken();
                if (request) {
                    readRequest(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void readRequest(JsonParser parser) throws IOException {
        String method = "";
        String ifNoneExist = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("method")) {
                method = parser.getText();
            } else if (field.equals("ifNoneExist")) {
                ifNoneExist = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        repeatable &= Shape.repeatable(method, ifNoneExist);
    }
}
