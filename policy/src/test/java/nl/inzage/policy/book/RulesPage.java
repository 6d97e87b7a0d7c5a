package nl.inzage.policy.book;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;

/** Writes docs/rules.md from the policy files, the tables that the tests run on, and the list of readings. */
final class RulesPage {

    private static final List<String> HOSPITALS = List.of("mumc", "umcg", "umcu", "amcvumc", "linde");

    private final PolicyBook book;
    private final String introduction;

    RulesPage(PolicyBook book, String introduction) {
        this.book = book;
        this.introduction = introduction;
    }

    String text() {
        StringBuilder page = new StringBuilder(introduction.strip()).append("\n\n");
        page.append("## What a parameter means, and what holds where a hospital leaves it open\n\n");
        page.append(table(List.of("parameter", "default", "meaning"), defaults()));
        for (String hospital : HOSPITALS) {
            page.append("\n## ")
                    .append(book.require(new HospitalId(hospital)).name())
                    .append(" (`")
                    .append(hospital)
                    .append(".yaml`)\n\n");
            page.append(table(List.of("parameter", "value", "in the hospital's own words"), statements(hospital)));
        }
        page.append("\n## Mitz, the national register of consent (`mitz.yaml`)\n\n");
        page.append(table(List.of("parameter", "value", "in its own words"), statements("mitz")));
        page.append("\n## Decisions\n\nEach row is a test.\n");
        DecisionTable.all().forEach(decisions -> page.append("\n### ")
                .append(decisions.title())
                .append("\n")
                .append(decisions.text().isEmpty() ? "" : decisions.text() + "\n")
                .append("\n")
                .append(table(
                        decisions.header(),
                        decisions.rows().stream().map(Row::cells).toList())));
        return page.toString();
    }

    private List<List<String>> defaults() {
        return book.statementsOf("default").stream()
                .map(each -> List.of(
                        "`" + each.key() + "`", each.value(), each.meaning().orElseThrow()))
                .toList();
    }

    private List<List<String>> statements(String file) {
        return book.statementsOf(file).stream()
                .map(each -> List.of(
                        "`" + each.key() + "`",
                        each.byDefault() ? each.value() + " *(default)*" : each.value(),
                        words(each)))
                .toList();
    }

    private static String words(Statement statement) {
        String source =
                statement.source().map(words -> "\u201c" + words + "\u201d").orElse("");
        String note = statement.note().map(words -> "*" + words + "*").orElse("");
        return (source + " " + note).strip();
    }

    private static String table(List<String> header, List<List<String>> rows) {
        return row(header)
                + row(header.stream().map(name -> "---").toList())
                + rows.stream().map(RulesPage::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The names and meanings of the parameters, for editors that help with policy files. */
    static String schema(List<Statement> defaults) {
        Map<String, List<Statement>> sections = defaults.stream()
                .collect(Collectors.groupingBy(
                        each -> each.key().substring(0, each.key().indexOf('.')),
                        java.util.LinkedHashMap::new,
                        Collectors.toList()));
        String properties = sections.entrySet().stream()
                .map(section -> "    " + quoted(section.getKey()) + ": {\n      \"type\": \"object\",\n"
                        + "      \"additionalProperties\": false,\n      \"required\": ["
                        + section.getValue().stream()
                                .map(each -> quoted(name(each)))
                                .collect(Collectors.joining(", "))
                        + "],\n      \"properties\": {\n"
                        + section.getValue().stream()
                                .map(each -> "        " + quoted(name(each)) + ": {\"description\": "
                                        + quoted(each.meaning().orElseThrow() + " Default: " + each.value() + ".")
                                        + "}")
                                .collect(Collectors.joining(",\n"))
                        + "\n      }\n    }")
                .collect(Collectors.joining(",\n"));
        return "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                + "  \"title\": \"What one hospital decided\",\n  \"type\": \"object\",\n"
                + "  \"additionalProperties\": false,\n  \"required\": [\"kind\", "
                + sections.keySet().stream().map(RulesPage::quoted).collect(Collectors.joining(", "))
                + "],\n  \"properties\": {\n    \"kind\": {\"const\": \"hospital\"},\n"
                + properties + "\n  }\n}\n";
    }

    private static String name(Statement statement) {
        return statement.key().substring(statement.key().indexOf('.') + 1);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
