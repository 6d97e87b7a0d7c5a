package nl.inzage.fhir.narrow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.OfferedType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The third guard, after the query and the database: looks into each body that is about to leave for whom it says it
 * is about and what the scopes ask, and at the clock. It shares the plan with the parts that chose the row, and no code. A violation is a fault of this
 * server: the whole answer is withheld and an alarm logged.
 */
final class FinalCheck {

    private static final Logger LOG = LoggerFactory.getLogger(FinalCheck.class);

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Where a body says whom it is about, at the top or in a contained resource. */
    private static final Set<String> ABOUT =
            Set.of("subject", "patient", "beneficiary", "for", "participant.actor").stream()
                    .flatMap(path -> Stream.of(path + ".reference", "contained." + path + ".reference"))
                    .collect(Collectors.toUnmodifiableSet());

    /** The elements of which the value is looked at; of others it is read over. */
    private static final Set<String> SAYING = Set.of("resourceType", "id", "reference");

    /**
     * Lets a body leave.
     *
     * @param admission what the plan says of its type for this interaction
     * @throws Refusal a fault, when it is not what the plan lets leave
     */
    void pass(AccessPlan plan, OfferedType type, Optional<Admission> admission, Row row) {
        Optional<String> violation = violation(plan, type, admission, row);
        if (violation.isPresent()) {
            LOG.error("ALARM: {} was about to leave the narrow door: {}", row.key(), violation.get());
            throw Refusal.fault();
        }
    }

    /** Why a body may not leave; nothing when it may. */
    Optional<String> violation(AccessPlan plan, OfferedType type, Optional<Admission> admission, Row row) {
        if (admission.isEmpty()) {
            return Optional.of("not permitted");
        }
        if (!type.isShared() && !row.release().permits(plan, row.now())) {
            return Optional.of("not released");
        }
        if (admission.get().whenNamed() && !row.named()) {
            return Optional.of("named by nothing that is seen");
        }
        if (admission.get().namesNothingHidden() && !row.hidden().isEmpty()) {
            return Optional.of("names something hidden");
        }
        return inBody(plan, type, row)
                .or(() -> SaidTokens.meet(admission.get(), type, row.body())
                        ? Optional.empty()
                        : Optional.of("outside the scopes"));
    }

    private static Optional<String> inBody(AccessPlan plan, OfferedType type, Row row) {
        Seen seen = new Seen();
        try (JsonParser parser = JSON.createParser(row.body())) {
            seen.read(parser);
        } catch (IOException e) {
            return Optional.of("not well formed");
        }
        if (!row.key().type().equals(seen.type)
                || !row.key().id().equals(seen.id)
                || !type.name().equals(seen.type)) {
            return Optional.of("another resource than its row says");
        }
        if (seen.patients.size() > 1) {
            return Optional.of("about several patients");
        }
        return plan.mayLeave(type, seen.patients.stream().findFirst())
                ? Optional.empty()
                : Optional.of("not about the patient of this request");
    }

    /** What a body says about itself, gathered in one pass. */
    private static final class Seen {

        private final Deque<String> path = new ArrayDeque<>();
        private final Set<String> patients = new HashSet<>();
        private String type = "";
        private String id = "";

        void read(JsonParser parser) throws IOException {
            Deque<Boolean> named = new ArrayDeque<>();
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    name = parser.currentName();
                } else if (token.isStructStart()) {
                    named.push(!name.isEmpty());
                    if (!name.isEmpty()) {
                        path.addLast(name);
                    }
                    name = "";
                } else if (token.isStructEnd()) {
                    if (named.pop()) {
                        path.removeLast();
                    }
                    name = "";
                } else if (SAYING.contains(name)) {
                    value(name, parser.getText());
                }
            }
            if (type.equals("Patient")) {
                patients.add(id);
            }
        }

        private void value(String name, String text) {
            if (path.isEmpty() && name.equals("resourceType")) {
                type = text;
            } else if (path.isEmpty() && name.equals("id")) {
                id = text;
            } else if (name.equals("reference")
                    && text.contains("Patient/")
                    && ABOUT.contains(path.stream().collect(Collectors.joining(".")) + ".reference")) {
                String[] steps = text.split("/_history/", 2)[0].split("/", -1);
                patients.add(steps[steps.length - 1]);
            }
        }
    }
}
