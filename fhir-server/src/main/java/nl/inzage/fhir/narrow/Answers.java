package nl.inzage.fhir.narrow;

import java.util.List;
import java.util.function.Supplier;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.audit.Asked;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One answer to one request, alone or as an entry of a batch; a refusal is an answer too. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final RequestReader requests;
    private final NarrowDoor door;
    private final JsonAnswers json;
    private final String capabilities;

    Answers(RequestReader requests, NarrowDoor door, JsonAnswers json, String capabilities) {
        this.requests = requests;
        this.door = door;
        this.json = json;
        this.capabilities = capabilities;
    }

    /**
     * The answer to a request.
     *
     * @param plan made when the request is one that needs a token
     */
    Answer to(DoorRequest asked, Supplier<AccessPlan> plan, Wanted wanted) {
        Answer answer = orRefusal(() -> answered(asked, plan, wanted));
        return asked instanceof DoorRequest.Look look
                ? answer.to(List.of(new Asked(look.action(), look.what(), answer.status())))
                : answer;
    }

    private Answer answered(DoorRequest asked, Supplier<AccessPlan> plan, Wanted wanted) {
        if (asked instanceof DoorRequest.Read read) {
            return door.read(plan.get(), read, wanted);
        }
        if (asked instanceof DoorRequest.Search search) {
            return door.search(plan.get(), search, wanted);
        }
        if (asked instanceof DoorRequest.Everything everything) {
            return door.everything(plan.get(), everything, wanted);
        }
        wanted.requireFhir();
        return Answer.fhir(200, capabilities);
    }

    /** The answers to a batch, each with a statement of its own. */
    Answer toBatch(List<BundleEntryComponent> entries, AccessPlan plan) {
        List<Answer> answers = entries.stream()
                .map(entry -> orRefusal(() -> to(requests.read(BatchReader.urlOf(entry)), () -> plan, Wanted.IN_BATCH)))
                .toList();
        return Answer.fhir(200, json.batchResponse(answers))
                .to(answers.stream().flatMap(answer -> answer.asked().stream()).toList());
    }

    /** The answer, or what is said when there is none; a fault tells nothing of itself. */
    Answer orRefusal(Supplier<Answer> answer) {
        try {
            return answer.get();
        } catch (Refusal refusal) {
            return json.refusal(refusal);
        } catch (RuntimeException fault) {
            LOG.error("A request at the narrow door failed", fault);
            return json.refusal(Refusal.fault());
        }
    }
}
