package nl.inzage.fhir.narrow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.narrow.EverythingReader.Sought;
import nl.inzage.fhir.view.ViewFixture;
import nl.inzage.policy.smart.Interaction;

/** What an access plan lets be seen of all that is stored, by each of its readings alone. */
final class Readings {

    private static final String KEY = "select m.type || '/' || m.id || '/' || m.version from s cross join lateral (";

    private final ViewFixture view;
    private final Catalogue catalogue = new Catalogue();
    private final FinalCheck check = new FinalCheck();

    Readings(ViewFixture view) {
        this.view = view;
    }

    /** What the plan says of a row, for an interaction. */
    private static Optional<Admission> admission(
            AccessPlan plan, OfferedType type, String id, Interaction interaction) {
        return interaction == Interaction.READ ? plan.reading(type, id) : plan.admission(type, interaction);
    }

    /** By the conditions of the statements, as the role that no row-level security holds back. */
    Set<String> byTerms(AccessPlan plan, Interaction interaction) {
        Set<String> seen = new TreeSet<>();
        List<Sought> sought = new ArrayList<>();
        for (OfferedType type : catalogue.types()) {
            Optional<Admission> admission = plan.admission(type, interaction);
            if (type.isOwned()) {
                admission.ifPresent(rows -> sought.add(new Sought(type, rows)));
            } else if (type.isShared() && interaction == Interaction.READ && admission.isPresent()) {
                Sql sql = Statements.settings(plan).add(KEY);
                Rows.reached(sql, "select type, id from released.shared where type = ?", type.name());
                seen.addAll(keys(sql.add("offset 0) m")));
            }
        }
        if (!sought.isEmpty()) {
            seen.addAll(
                    keys(Rows.own(Statements.settings(plan).add(KEY), sought).add("offset 0) m")));
        }
        plan.person().filter(self -> interaction == Interaction.READ).ifPresent(self -> catalogue
                .type(self.type())
                .ifPresent(type -> plan.reading(type, self.id()).ifPresent(rows -> view.writer()
                        .query(
                                reading(plan, type, self.id(), rows).text(),
                                row -> {
                                    seen.add(keyOf(row));
                                },
                                reading(plan, type, self.id(), rows).arguments()))));
        return seen;
    }

    private static Sql reading(AccessPlan plan, OfferedType type, String id, Admission rows) {
        return Statements.of(plan, List.of(Questions.read(type, id, rows)));
    }

    private List<String> keys(Sql sql) {
        return view.writer().queryForList(sql.text(), String.class, sql.arguments());
    }

    /** By row-level security, for who asks for all. */
    Set<String> byDatabase(AccessPlan plan) {
        Sql sql = Statements.settings(plan)
                .add(KEY + "select type, id, version from released.resource where s.patient is not null union all"
                        + " select type, id, version from released.shared where s.patient is not null offset 0) m");
        return new TreeSet<>(view.reader().queryForList(sql.text(), String.class, sql.arguments()));
    }

    /** What the statements say of each stored row, whether it is let through or not. */
    Map<String, Row> facts(AccessPlan plan) {
        Map<String, Row> facts = new TreeMap<>();
        for (String part : List.of(
                Rows.own(everyType()) + "from released.resource r where s.patient is not null",
                Rows.shared(Terms.isReached("r")) + "from released.shared r where s.patient is not null")) {
            Sql sql = Statements.of(plan, List.of(new Question(false, tables -> {
                Rows.beginOne(tables).add(part).add("offset 0) m");
                tables.end();
            })));
            view.writer()
                    .query(
                            sql.text(),
                            row -> {
                                facts.put(keyOf(row), Row.of(row));
                            },
                            sql.arguments());
        }
        return facts;
    }

    private List<Sought> everyType() {
        return catalogue.types().stream()
                .filter(OfferedType::isOwned)
                .map(type -> new Sought(type, new Admission(List.of(List.of()), true, true)))
                .toList();
    }

    /** By the final check, of each stored body. */
    Set<String> byFinalCheck(AccessPlan plan, Interaction interaction, Map<String, Row> facts) {
        return keys(facts, row -> {
            OfferedType type = catalogue.type(row.key().type()).orElseThrow();
            boolean offered = type.isOwned() || interaction == Interaction.READ;
            return offered
                    && check.violation(
                                    plan, type, admission(plan, type, row.key().id(), interaction), row)
                            .isEmpty();
        });
    }

    /** Which rows are the patient's and in the window of their track, told from their columns. */
    Set<String> byWindow(AccessPlan plan, Map<String, Row> facts) {
        Set<String> own = new TreeSet<>(view.writer()
                .queryForList(
                        "select type || '/' || id || '/' || version from released.resource where patient = ?",
                        String.class,
                        plan.dossier()));
        own.retainAll(keys(facts, row -> row.release().permits(plan, row.now())));
        return own;
    }

    private static Set<String> keys(Map<String, Row> facts, Predicate<Row> wanted) {
        return facts.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String keyOf(ResultSet row) throws SQLException {
        return row.getString("type") + "/" + row.getString("id") + "/" + row.getLong("version");
    }

    /** The contents of documents that the statement finds without row-level security. */
    Set<String> contentsByTerms(AccessPlan plan, List<String> ids) {
        Set<String> found = new TreeSet<>();
        for (String id : ids) {
            Sql sql = Statements.content(plan, id);
            view.writer()
                    .query(
                            sql.text(),
                            row -> {
                                found.add(row.getString("id"));
                            },
                            sql.arguments());
        }
        return found;
    }

    /** The contents of documents that row-level security lets be seen. */
    Set<String> contentsByDatabase(AccessPlan plan) {
        Sql sql = Statements.settings(plan)
                .add("select m.id from s cross join lateral (select id from released.content")
                .add("where s.patient is not null offset 0) m");
        return new TreeSet<>(view.reader().queryForList(sql.text(), String.class, sql.arguments()));
    }
}
