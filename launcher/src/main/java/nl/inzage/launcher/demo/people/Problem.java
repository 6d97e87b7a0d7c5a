package nl.inzage.launcher.demo.people;

import java.util.Optional;

/** A complaint or diagnosis; one with an end is no longer active. */
public record Problem(
        String number,
        String name,
        String snomed,
        Optional<String> icd10,
        When since,
        Optional<When> until,
        Optional<String> note) {}
