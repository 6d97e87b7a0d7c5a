package nl.inzage.fhir.narrow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;
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

    private static final JsonFactory JSON = new JsonFactory();

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
        SaidOfItself said;
        try (JsonParser parser = JSON.createParser(row.body().utf8())) {
            said = SaidOfItself.in(parser);
        } catch (IOException e) {
            return Optional.of("not well formed, or unclear");
        }
        if (!row.key().type().equals(said.type())
                || !row.key().id().equals(said.id())
                || !type.name().equals(said.type())) {
            return Optional.of("another resource than its row says");
        }
        if (said.patients().size() > 1) {
            return Optional.of("about several patients");
        }
        return plan.mayLeave(type, said.patients().stream().findFirst())
                ? Optional.empty()
                : Optional.of("not about the patient of this request");
    }
}
