package nl.inzage.launcher.demo.people;

import java.util.List;
import java.util.Optional;

/** One file of {@code demo/people}: a fictional person and what hospital De Linde knows of this person. */
public record PersonFile(
        Person person,
        Optional<DemoAccount> account,
        List<Relative> relatives,
        List<Problem> problems,
        List<Allergy> allergies,
        List<Medicine> medicines,
        List<LabSeries> labs,
        List<Report> reports,
        List<Measurement> measurements,
        List<Letter> letters,
        List<Visit> appointments) {}
