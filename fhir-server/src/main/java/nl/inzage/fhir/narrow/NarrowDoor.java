package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.view.Catalogue;
import nl.inzage.fhir.view.OfferedType;
import nl.inzage.fhir.view.Ownership;
import nl.inzage.fhir.view.Parameter.Kind;
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
    Answer read(AccessPlan plan, DoorRequest.Read read, String accept) {
        Admission admission = plan.reading(read.type(), read.id()).orElseThrow(() -> notPermitted(read.type()));
        if (read.type().ownership() instanceof Ownership.Content) {
            return content(plan, read.id(), accept);
        }
        Formats.checkAccept(accept);
        Row row = released.rows(Statements.read(plan, read.type(), read.id(), admission)).stream()
                .findFirst()
                .map(cutter::cut)
                .orElseThrow(Refusal::notFound);
        check.pass(plan, read.type(), row);
        return Answer.fhir(200, row.body()).with("ETag", "W/\"" + row.version() + "\"");
    }

    private Answer content(AccessPlan plan, String id, String accept) {
        DocumentContent content = released.content(Statements.content(plan, id)).orElseThrow(Refusal::notFound);
        check.pass(plan, catalogue.type(content.document().key().type()).orElseThrow(), content.document());
        return Formats.asksFhirByName(accept) ? Answer.fhir(200, json.binary(content)) : documents.raw(content);
    }

    /**
     * The answer to a search: a page, with what it includes.
     *
     * @throws Refusal when it is not offered or not permitted
     */
    Answer search(AccessPlan plan, DoorRequest.Search search, String accept) {
        Formats.checkAccept(accept);
        Admission admission =
                plan.admission(search.type(), Interaction.SEARCH).orElseThrow(() -> notPermitted(search.type()));
        Query query = QueryReader.read(catalogue, search, plan);
        Parameters said = search.parameters().without(QueryReader.CURSOR::equals);
        String identity = search.type().name() + "?" + said.canonical();
        Optional<Cursor> after = query.cursor().map(signed -> cursors.check(signed, plan, identity));

        List<Row> rows = released.rows(Statements.search(plan, query, admission, after));
        List<Row> matches = rows.stream().filter(Row::matched).toList();
        boolean more = matches.size() > query.count();
        Optional<String> next = more
                ? Optional.of(cursor(matches.get(query.count() - 1)))
                        .map(cursor -> said.with(QueryReader.CURSOR, cursors.sign(cursor, plan, identity)))
                        .map(parameters -> search.type().name() + parameters.toQuery())
                : Optional.empty();
        Parameters shown = search.parameters().without(name -> isKeptOutOfUrls(search.type(), name));
        return Answer.fhir(
                200, json.searchset(search.type().name() + shown.toQuery(), next, page(plan, rows, query.count())));
    }

    private List<Row> page(AccessPlan plan, List<Row> rows, int count) {
        List<Row> page = new ArrayList<>();
        Set<ResourceKey> known = new HashSet<>();
        int matches = 0;
        for (Row row : rows) {
            matches += row.matched() ? 1 : 0;
            if ((row.matched() && matches > count) || !known.add(row.key())) {
                continue;
            }
            Row cut = cutter.cut(row);
            check.pass(plan, catalogue.type(cut.key().type()).orElseThrow(), cut);
            page.add(cut);
        }
        return page;
    }

    private static Cursor cursor(Row row) {
        return new Cursor(row.time(), row.key().id());
    }

    private static boolean isKeptOutOfUrls(OfferedType type, String name) {
        return type.parameter(name)
                .filter(parameter -> parameter.kind() == Kind.TOKEN_NOT_IN_URL)
                .isPresent();
    }

    private static Refusal notPermitted(OfferedType type) {
        return Refusal.scope("The scopes do not permit this for " + type.name());
    }
}
