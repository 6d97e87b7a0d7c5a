package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.audit.Asked;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;

/** The answers to the entries of a batch: what each would have got alone, with one statement for all of them. */
final class BatchAnswers {

    private final RequestReader requests;
    private final NarrowDoor door;
    private final Answers answers;
    private final JsonAnswers json;

    BatchAnswers(RequestReader requests, NarrowDoor door, Answers answers, JsonAnswers json) {
        this.requests = requests;
        this.door = door;
        this.answers = answers;
        this.json = json;
    }

    /** The rows that came back, per request that waits for them. */
    private interface Waiting extends Function<List<List<Row>>, Answer> {}

    Answer to(List<BundleEntryComponent> entries, AccessPlan plan) {
        List<Asking> askings = new ArrayList<>();
        List<Waiting> waiting =
                entries.stream().map(entry -> read(entry, plan, askings)).toList();
        List<List<Row>> rows = door.rows(plan, askings);
        List<Answer> made = waiting.stream().map(answer -> answer.apply(rows)).toList();
        return Answer.fhir(200, json.batchResponse(made))
                .to(made.stream().flatMap(answer -> answer.asked().stream()).toList());
    }

    private Waiting read(BundleEntryComponent entry, AccessPlan plan, List<Asking> askings) {
        try {
            DoorRequest asked = requests.read(BatchReader.urlOf(entry));
            return asked instanceof DoorRequest.Look look && !NarrowDoor.isForContent(look)
                    ? ask(look, plan, askings)
                    : known(answers.to(asked, () -> plan, Wanted.IN_BATCH));
        } catch (Refusal refusal) {
            Answer refused = json.refusal(refusal);
            return known(refused.to(List.of(new Asked("refused", BatchReader.addressOf(entry), refused.status()))));
        }
    }

    private Waiting ask(DoorRequest.Look look, AccessPlan plan, List<Asking> askings) {
        try {
            Asking asking = door.asking(plan, look, Wanted.IN_BATCH);
            int place = askings.size();
            askings.add(asking);
            return rows -> answers.orRefusal(() -> asking.answer().apply(rows.get(place)))
                    .to(look);
        } catch (Refusal refusal) {
            return known(json.refusal(refusal).to(look));
        }
    }

    private static Waiting known(Answer answer) {
        return rows -> answer;
    }
}
