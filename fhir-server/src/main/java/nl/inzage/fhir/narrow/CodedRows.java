package nl.inzage.fhir.narrow;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows of the patient by their code, in the order of the page, so that a search reads as many rows as it gives,
 * however large the dossier is. The table of codes has its own row-level security; the rows are asked all the same.
 */
final class CodedRows {

    private static final String PARAMETER = "code|";

    /** As long as the table keeps them. */
    private static final int LONGEST = 100;

    private CodedRows() {}

    /** The codes one of which a row must have, in any system; nothing when the query does not ask for codes. */
    static Optional<List<String>> codesOf(Query query) {
        return query.tokens().stream()
                .filter(anyOf -> anyOf.stream().allMatch(token -> token.startsWith(PARAMETER)))
                .findFirst()
                .map(anyOf -> anyOf.stream().map(CodedRows::code).distinct().toList());
    }

    private static String code(String token) {
        String code = token.substring(token.lastIndexOf('|') + 1);
        return code.codePointCount(0, code.length()) <= LONGEST
                ? code
                : code.substring(0, code.offsetByCodePoints(0, LONGEST));
    }

    /**
     * The rows of a page with one of the codes, each once. A row is looked up for a code and never a code for a row.
     *
     * @param order of the page, of columns that rows and codes both have
     * @param conditions on the row {@code r}, from its beginning on
     * @param after on the code {@code k}, from {@code and} on: where the page begins
     */
    static void add(
            Sql sql, Query query, List<String> codes, String order, Consumer<Sql> conditions, Consumer<Sql> after) {
        boolean several = codes.size() > 1;
        sql.add(Rows.OWN + "from (select" + (several ? " distinct on (r.clinical_from, r.id)" : "") + " r.*");
        sql.add("from unnest(?::text[]) w (code) cross join lateral (", (Object) Statements.array(codes));
        sql.add("select r.* from released.code k cross join lateral (select r.* from released.resource r where");
        conditions.accept(sql);
        sql.add("and r.number = k.number offset 0) r");
        sql.add(
                "where k.patient = s.patient and k.type = ? and k.code = w.code",
                query.type().name());
        after.accept(sql);
        sql.add("order by " + of("k", order) + " limit ?) r", query.count() + 1);
        sql.add((several ? "order by " + of("r", order) : "") + ") r");
    }

    private static String of(String table, String order) {
        return table + "." + order.replace(", ", ", " + table + ".");
    }
}
