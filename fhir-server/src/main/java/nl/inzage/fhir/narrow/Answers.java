package nl.inzage.fhir.narrow;

import java.util.function.Supplier;
import nl.inzage.fhir.access.AccessPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One answer to one request; a refusal is an answer too. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final NarrowDoor door;
    private final JsonAnswers json;
    private final Body capabilities;

    Answers(NarrowDoor door, JsonAnswers json, String capabilities) {
        this.door = door;
        this.json = json;
        this.capabilities = Body.of(capabilities);
    }

    /**
     * The answer to a request.
     *
     * @param plan made when the request is one that needs a token
     */
    Answer to(DoorRequest asked, Supplier<AccessPlan> plan, Wanted wanted) {
        Answer answer = orRefusal(() -> answered(asked, plan, wanted));
        return asked instanceof DoorRequest.Look look ? answer.to(look) : answer;
    }

    private Answer answered(DoorRequest asked, Supplier<AccessPlan> plan, Wanted wanted) {
        if (asked instanceof DoorRequest.Look look) {
            return door.answer(plan.get(), look, wanted);
        }
        wanted.requireFhir();
        return Answer.fhir(200, capabilities.utf8());
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
