package nl.inzage.fhir.facts;

import java.util.List;
import java.util.function.Function;
import nl.inzage.policy.release.CareSetting;

/**
 * The reviewed tables that say what a code means: one file for each code system and subject, on the class path beside
 * this class. See docs/facts.md.
 */
public final class FactTables {

    private final CodeTable<ResultSort> results = codes(
            ResultSort::parse,
            "results/v2-0074",
            "results/observation-category",
            "results/snomed",
            "results/loinc",
            "results/dicom",
            "results/nhg-45");
    private final CodeTable<DocumentKind> documents =
            codes(DocumentKind::valueOf, "documents/loinc", "documents/snomed", "documents/us-core");
    private final CodeTable<CareSetting> settings = codes(
            CareSetting::valueOf,
            "settings/v3-actcode",
            "settings/v3-rolecode",
            "settings/snomed",
            "settings/service-type",
            "settings/agb-specialism");
    private final CodeTable<PartyKind> parties = codes(
            PartyKind::valueOf,
            "parties/organization-type",
            "parties/uzi-role",
            "parties/agb-specialism",
            "parties/snomed");
    private final CodeTable<Topic> topics = codes(
            Topic::valueOf,
            "topics/snomed",
            "topics/v3-rolecode",
            "topics/service-type",
            "topics/v3-actreason",
            "topics/consent-scope",
            "topics/consent-category");
    private final DayTable days = new DayTable(TableFile.onClassPath("days.csv", DayTable.HEADING));

    private FactTables() {}

    /** The tables of this release; a malformed one is an IllegalStateException with file and line. */
    public static FactTables ofThisRelease() {
        return new FactTables();
    }

    private static <V> CodeTable<V> codes(Function<String, V> reader, String... names) {
        return new CodeTable<>(
                List.of(names).stream()
                        .map(name -> TableFile.onClassPath(name + ".csv", CodeTable.HEADING))
                        .toList(),
                reader);
    }

    CodeTable<ResultSort> results() {
        return results;
    }

    CodeTable<DocumentKind> documents() {
        return documents;
    }

    CodeTable<CareSetting> settings() {
        return settings;
    }

    CodeTable<PartyKind> parties() {
        return parties;
    }

    CodeTable<Topic> topics() {
        return topics;
    }

    DayTable days() {
        return days;
    }
}
