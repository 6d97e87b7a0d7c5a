package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
     * The answer to a read.
     *
     * @throws Refusal when it is not permitted, or what it asks is not there for this token
     */
    Answer read(AccessPlan plan, DoorRequest.Read read, Wanted wanted) {
        Admission admission = plan.reading(read.type(), read.id()).orElseThrow(() -> notPermitted(read.type()));
        if (read.type().ownership() instanceof Ownership.Content) {
            return content(plan, read, admission, wanted);
        }
        wanted.requireFhir();
        Row row = released.rows(Statements.read(plan, read.type(), read.id(), admission)).stream()
                .filter(found -> isAsked(read, found.version()))
                .findFirst()
                .map(found -> found.cutBy(cutter))
                .orElseThrow(Refusal::notFound);
        check.pass(plan, read.type(), Optional.of(admission), row);
        String tag = EntityTag.of(row);
        boolean known =
                wanted.ifNoneMatch().filter(said -> EntityTag.isIn(said, tag)).isPresent();
        return (known ? Answer.fhir(304, "") : Answer.fhir(200, row.body())).with("ETag", tag);
    }

    private Answer content(AccessPlan plan, DoorRequest.Read read, Admission admission, Wanted wanted) {
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

    /**
     * The answer to a search: a page, with what it includes.
     *
     * @throws Refusal when it is not offered or not permitted
     */
    Answer search(AccessPlan plan, DoorRequest.Search search, Wanted wanted) {
        wanted.requireFhir();
        search.patient().ifPresent(patient -> requireOwn(plan, patient));
        Admission admission =
                plan.admission(search.type(), Interaction.SEARCH).orElseThrow(() -> notPermitted(search.type()));
        Query query = QueryReader.read(catalogue, search, plan, json.base());
        Page page = new Page(plan, search.path(), search.said(), query.cursor(), query.count());
        return page(
                page,
                search.shown(),
                after -> Statements.search(plan, query, admission, search.newestPerCode(), after));
    }

    /**
     * A page of the whole dossier.
     *
     * @throws Refusal when it is somebody else's, or nothing of it is permitted
     */
    Answer everything(AccessPlan plan, DoorRequest.Everything asked, Wanted wanted) {
        wanted.requireFhir();
        requireOwn(plan, asked.patient());
        EverythingReader.Wish wish = EverythingReader.read(catalogue, asked.parameters(), plan);
        String path = "Patient/" + asked.patient() + "/$everything";
        Page page = new Page(plan, path, asked.parameters(), wish.cursor(), wish.count());
        return page(page, asked.parameters(), after -> Statements.everything(plan, wish, after));
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

    private Answer page(Page page, Parameters shown, Function<Optional<Cursor>, Sql> statement) {
        Optional<Cursor> after = page.cursor().map(signed -> cursors.check(signed, page.plan(), page.identity()));
        List<Row> rows = released.rows(statement.apply(after));
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
        int matches = 0;
        for (Row row : rows) {
            matches += row.matched() ? 1 : 0;
            if ((row.matched() && matches > count) || !known.add(row.key())) {
                continue;
            }
            Row cut = row.cutBy(cutter);
            OfferedType type = catalogue.type(cut.key().type()).orElseThrow();
            check.pass(plan, type, admission(plan, type, cut), cut);
            page.add(cut);
        }
        return page;
    }

    private static Optional<Admission> admission(AccessPlan plan, OfferedType type, Row row) {
        return row.matched()
                ? plan.admission(type, Interaction.SEARCH)
                : plan.reading(type, row.key().id());
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
