package nl.inzage.fhir.operation;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.inzage.fhir.token.SystemClient;
import nl.inzage.fhir.view.ResourceKey;
import nl.inzage.policy.release.Viewer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;

/** What a caller of an operation said, read strictly. */
final class Said {

    private Said() {}

    static SystemClient client(ServletRequestDetails request) {
        return SystemClient.of(request.getServletRequest()).orElseThrow();
    }

    static ResourceKey key(IdType id) {
        return new ResourceKey(id.getResourceType(), id.getIdPart());
    }

    /** A moment to the second at least: a day alone would be guessed at. */
    static Optional<Instant> moment(String name, DateTimeType said) {
        if (said == null || said.isEmpty()) {
            return Optional.empty();
        }
        if (said.getValue() == null || !said.getValueAsString().contains("T")) {
            throw new InvalidRequestException(name + " is a dateTime with time and offset");
        }
        return Optional.of(said.getValue().toInstant());
    }

    static Viewer viewer(CodeType said) {
        if (said == null || said.isEmpty()) {
            return Viewer.PATIENT;
        }
        return switch (said.getValue().toLowerCase(Locale.ROOT)) {
            case "patient" -> Viewer.PATIENT;
            case "delegate" -> Viewer.DELEGATE;
            case "other" -> Viewer.OTHER;
            default -> throw new InvalidRequestException("viewer is patient, delegate or other");
        };
    }
}
