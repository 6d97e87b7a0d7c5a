package nl.inzage.launcher.demo.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same laboratory request repeated over time.
 *
 * @param panel name of the request, the title of each report
 * @param by key of the practitioner who asked for it
 */
public record LabSeries(String panel, String by, List<LabResult> results) {

    /**
     * One report of the laboratory.
     *
     * @param values key of the test in tests.yaml and its value: a number, or words
     * @param issued when the laboratory finished it; one working day after the sample unless told
     * @param status of FHIR: final unless told
     */
    public record LabResult(
            When date,
            Optional<When> issued,
            Optional<String> status,
            Map<String, String> values,
            Optional<String> conclusion) {}
}
