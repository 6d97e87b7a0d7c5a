package nl.inzage.portal.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a search found.
 *
 * @param more whether the server has more than the page asked for
 */
public record Rows<T extends Resource>(List<T> all, boolean more) {

    public static <T extends Resource> Rows<T> none() {
        return new Rows<>(List.of(), false);
    }
}
