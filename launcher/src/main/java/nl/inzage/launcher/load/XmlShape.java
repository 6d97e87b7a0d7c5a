package nl.inzage.launcher.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the shape of an XML file element by element. */
final class XmlShape {

    private final Deque<String> path = new ArrayDeque<>();
    private String resourceType = "";
    private String bundleType = "";
    private int entries;
    private String method = "";
    private String ifNoneExist = "";
    private boolean repeatable = true;

    private XmlShape() {}

    static Shape of(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XmlShape shape = new XmlShape();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                shape.read(reader, reader.next());
            }
        } catch (XMLStreamException e) {
            throw new NotLoadable("it is no XML: " + e.getMessage());
        }
        boolean bundle = shape.resourceType.equals("Bundle");
        return new Shape(
                shape.resourceType, bundle ? shape.bundleType : "", bundle ? shape.entries : 1, shape.repeatable);
    }

    private void read(XMLStreamReader reader, int event) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            path.addLast(reader.getLocalName());
            start(String.join("/", path), reader);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            end(String.join("/", path));
            path.removeLast();
        }
    }

    private void start(String element, XMLStreamReader reader) {
        if (path.size() == 1) {
            resourceType = element;
            return;
        }
        switch (element) {
            case "Bundle/type" -> bundleType = reader.getAttributeValue(null, "value");
            case "Bundle/entry" -> entries++;
            case "Bundle/entry/request/method" -> method = reader.getAttributeValue(null, "value");
            case "Bundle/entry/request/ifNoneExist" -> ifNoneExist = reader.getAttributeValue(null, "value");
            default -> {
                // Everything else travels unread.
            }
        }
    }

    private void end(String element) {
        if (element.equals("Bundle/entry/request")) {
            repeatable &= Shape.repeatable(method, ifNoneExist);
            method = "";
            ifNoneExist = "";
        }
    }
}
