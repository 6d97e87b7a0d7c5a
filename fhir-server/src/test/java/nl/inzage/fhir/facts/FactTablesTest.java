package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.inzage.policy.release.ResultCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactTablesTest {

    private static final String START = "# system: urn:test\ncode;display;means;source\n";

    @Test
    void theTablesOfThisReleaseAreWellFormedAndHaveNoCodeTwice() {
        assertThat(FactTables.ofThisRelease().results().of(Dossier.coding("v2:LAB")))
                .hasValueSatisfying(sort -> assertThat(sort.categories()).containsExactly(ResultCategory.LABORATORY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A;first;PATHOLOGY;s#B;second;NONSENSE;s     | t:4: no such meaning: NONSENSE
            A;first;UNKNOWN;s                           | t:3: no such meaning: UNKNOWN
            A;first;PATHOLOGY+;s                        | t:3: no such meaning: PATHOLOGY+
            A;first;PATHOLOGY;s#A;again;RADIOLOGY;s     | t:4: A has a meaning already
            A;first;PATHOLOGY                           | t:3: a row has 4 cells
            A;fi;rst;PATHOLOGY;s                        | t:3: a row has 4 cells
            ;first;PATHOLOGY;s                          | t:3: a row has 4 cells
            """)
    void aMalformedRowStopsTheStartWithFileAndLine(String rows, String message) {
        assertThatThrownBy(() -> table(START + rows.replace('#', '\n')))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # system: urn:test#code;name;means#A;a;PATHOLOGY | t:2: the heading must be
            code;display;means;source#A;a;PATHOLOGY;s        | t:1: a table of codes says of which system
            # system: urn:test#code;display;means;source     | t:2: the table has no rows
            """)
    void aMalformedTableStopsTheStartWithFileAndLine(String text, String message) {
        String lines = text.replace("#", "\n").replaceFirst("^\n system", "# system");
        assertThatThrownBy(() -> table(lines))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aTableThatIsMissingStopsTheStart() {
        assertThatThrownBy(() -> TableFile.onClassPath("results/none.csv", CodeTable.HEADING))
                .hasMessageStartingWith("results/none.csv:1:");
    }

    @Test
    void aTypeWithTwoRowsOfDaysStopsTheStart() {
        String text = "type;elements;remark\nCondition;onset;\nCondition;recordedDate;\n";
        assertThatThrownBy(() -> new DayTable(TableFile.parse("d", DayTable.HEADING, text)))
                .hasMessageStartingWith("d:3: Condition has a row already");
    }

    /** The last digit of a LOINC code follows from the others, so a typing error shows. */
    @ParameterizedTest
    @ValueSource(strings = {"results/loinc.csv", "documents/loinc.csv"})
    void everyLoincCodeHasItsRightCheckDigit(String name) {
        List<String> wrong = TableFile.onClassPath(name, CodeTable.HEADING).rows().stream()
                .map(row -> row.cell(0))
                .filter(code -> !isLoinc(code))
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTypeInTheTableOfDaysIsAFhirType() {
        assertThat(TableFile.onClassPath("days.csv", DayTable.HEADING).rows())
                .allSatisfy(row -> assertThat(Dossier.FHIR.getResourceTypes()).contains(row.cell(0)));
    }

    private static CodeTable<ResultSort> table(String text) {
        return new CodeTable<>(List.of(TableFile.parse("t", CodeTable.HEADING, text)), ResultSort::parse);
    }

    private static boolean isLoinc(String code) {
        String[] parts = code.split("-", -1);
        int sum = 0;
        for (int i = 0; i < parts[0].length(); i++) {
            int digit = parts[0].charAt(parts[0].length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return Integer.parseInt(parts[1]) == (10 - sum % 10) % 10;
    }
}
