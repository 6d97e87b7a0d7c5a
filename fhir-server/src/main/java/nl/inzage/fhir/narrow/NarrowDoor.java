package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Ownership;
import nl.inzage.fhir.view.ReferenceCutter;
import nl.inzage.fhir.view.ResourceKey;
import nl.inzage.policy.smart.Interaction;

/** Answers reads and searches: scopes, then one statement, then the final check on every body. */
final class NarrowDoor {

    private final Catalogue catalogue;
    private final ReleasedRows released;
    private final Cursors cursors;
    private final JsonAnswers json;
    private final Documents documents = new Documents();
    private final ReferenceCutter cutter = new ReferenceCutter();
    private final FinalCheck check = new FinalCheck();

    NarrowDoor(Catalogue catalogue, ReleasedRows released, Cursors cursors, JsonAnswers json) {
        this.catalogue = catalogue;
        this.released = released;
        this.cursors = cursors;
        this.json = json;
    }

    /**
     * The answer to one request.
     *
     * @throws Refusal when it is not offered or not permitted, or what it asks is not there for this token
     */
    Answer answer(AccessPlan plan, DoorRequest.Look look, Wanted wanted) {
        if (isForContent(look)) {
            return content(plan, (DoorRequest.Read) look, wanted);
        }
        Asking asking = asking(plan, look, wanted);
        return asking.answer().apply(rows(plan, List.of(asking)).get(0));
    }

    /** The rows of each of several requests, of the same holder, by one statement. */
    List<List<Row>> rows(AccessPlan plan, List<Asking> askings) {
        return askings.isEmpty()
                ? List.of()
                : released.rows(plan, askings.stream().map(Asking::question).toList());
    }

    /**
     * What a request for JSON asks.
     *
     * @throws Refusal when it is not offered or not permitted
     */
    Asking asking(AccessPlan plan, DoorRequest.Look look, Wanted wanted) {
        wanted.requireFhir();
        if (look instanceof DoorRequest.Read read) {
            return read(plan, read, wanted);
        }
        return look instanceof DoorRequest.Search search
                ? search(plan, search)
                : everything(plan, (DoorRequest.Everything) look);
    }

    private Asking read(AccessPlan plan, DoorRequest.Read read, Wanted wanted) {
        Admission admission = reading(plan, read);
        return new Asking(Questions.read(read.type(), read.id(), admission), rows -> {
            Row row = rows.stream()
                    .filter(found -> isAsked(read, found.version()))
                    .findFirst()
                    .map(found -> found.cutBy(cutter))
                    .orElseThrow(Refusal::notFound);
            check.pass(plan, read.type(), Optional.of(admission), row);
            String tag = EntityTag.of(row);
            boolean known = wanted.ifNoneMatch()
                    .filter(said -> EntityTag.isIn(said, tag))
                    .isPresent();
            return (known ? Answer.notModified() : Answer.fhir(200, row.body().utf8())).with("ETag", tag);
        });
    }

    private static Admission reading(AccessPlan plan, DoorRequest.Read read) {
        return plan.reading(read.type(), read.id()).orElseThrow(() -> notPermitted(read.type()));
    }

    /** Whether a request is for the content of a document, which is no JSON and has a statement of its own. */
    static boolean isForContent(DoorRequest.Look look) {
        return look instanceof DoorRequest.Read read && read.type().ownership() instanceof Ownership.Content;
    }

    private Answer content(AccessPlan plan, DoorRequest.Read read, Wanted wanted) {
        Admission admission = reading(plan, read);
        DocumentContent content = released.content(Statements.content(plan, read.id()))
                .filter(found -> isAsked(read, found.version()))
                .orElseThrow(Refusal::notFound);
        check.pass(
                plan,
                catalogue.type(content.document().key().type()).orElseThrow(),
                Optional.of(admission),
                content.document());
        if (!wanted.byName()) {
            return documents.raw(content);
        }
        wanted.requireFhir();
        return Answer.fhir(200, json.binary(content));
    }

    /** Of all versions there is only the one that is seen; the number of another is like that of none. */
    private static boolean isAsked(DoorRequest.Read read, long version) {
        return read.version().map(Long.toString(version)::equals).orElse(true);
    }

    /** A page, with what it includes. */
    private Asking search(AccessPlan plan, DoorRequest.Search search) {
        search.patient().ifPresent(patient -> requireOwn(plan, patient));
        Admission admission =
                plan.admission(search.type(), Interaction.SEARCH).orElseThrow(() -> notPermitted(search.type()));
        Query query = QueryReader.read(catalogue, search, plan, json.base());
        Page page = new Page(plan, search.path(), search.said(), query.cursor(), query.count());
        return page(page, search.shown(), after -> Questions.search(query, admission, search.newestPerCode(), after));
    }

    /** A page of the whole dossier. */
    private Asking everything(AccessPlan plan, DoorRequest.Everything asked) {
        requireOwn(plan, asked.patient());
        EverythingReader.Wish wish = EverythingReader.read(catalogue, asked.parameters(), plan);
        String path = "Patient/" + asked.patient() + "/$everything";
        Page page = new Page(plan, path, asked.parameters(), wish.cursor(), wish.count());
        return page(page, asked.parameters(), after -> Questions.everything(wish, after));
    }

    /** Where in which search we are. */
    private record Page(AccessPlan plan, String path, Parameters said, Optional<String> cursor, int count) {

        Parameters fromStart() {
            return said.without(QueryReader.CURSOR::equals);
        }

        String identity() {
            return path + "?" + fromStart().canonical();
        }
    }

    private Asking page(Page page, Parameters shown, Function<Optional<Cursor>, Question> question) {
        Optional<Cursor> after = page.cursor().map(signed -> cursors.check(signed, page.plan(), page.identity()));
        return new Asking(question.apply(after), rows -> answer(page, shown, rows));
    }

    private Answer answer(Page page, Parameters shown, List<Row> rows) {
        List<Row> matches = rows.stream().filter(Row::matched).toList();
        Optional<String> next = Optional.empty();
        // With a personal number there is one page of the greatest size: a link would have the number in it.
        if (matches.size() > page.count()
                && shown.pairs().size() == page.said().pairs().size()) {
            Row last = matches.get(page.count() - 1);
            String cursor = cursors.sign(new Cursor(last.time(), last.key()), page.plan(), page.identity());
            next = Optional.of(page.path()
                    + page.fromStart().with(QueryReader.CURSOR, cursor).toQuery());
        }
        return Answer.fhir(
                200, json.searchset(page.path() + shown.toQuery(), next, checked(page.plan(), rows, page.count())));
    }

    private List<Row> checked(AccessPlan plan, List<Row> rows, int count) {
        List<Row> page = new ArrayList<>();
        Set<ResourceKey> known = new HashSet<>();
        Map<String, Optional<Admission>> searched = new HashMap<>();
        int matches = 0;
        for (Row row : rows) {
            matches += row.matched() ? 1 : 0;
            if ((row.matched() && matches > count) || !known.add(row.key())) {
                continue;
            }
            Row cut = row.cutBy(cutter);
            OfferedType type = catalogue.type(cut.key().type()).orElseThrow();
            Optional<Admission> admission = cut.matched()
                    ? searched.computeIfAbsent(type.name(), once -> plan.admission(type, Interaction.SEARCH))
                    : plan.reading(type, cut.key().id());
            check.pass(plan, type, admission, cut);
            page.add(cut);
        }
        return page;
    }

    /** Somebody else's dossier is as absent as any resource that cannot be seen. */
    private static void requireOwn(AccessPlan plan, String patient) {
        if (plan.patient().isEmpty()) {
            throw Refusal.scope("The token is for nobody's dossier");
        }
        if (plan.patient().filter(patient::equals).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private static Refusal notPermitted(OfferedType type) {
        return Refusal.scope("The scopes do not permit this for " + type.name());
    }
}
