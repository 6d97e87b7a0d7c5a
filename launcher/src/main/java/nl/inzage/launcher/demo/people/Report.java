package nl.inzage.launcher.demo.people;

import java.util.Optional;

/**
 * A result in words: pathology, imaging.
 *
 * @param category code of HL7 table 0074, such as PAT or RAD
 * @param loinc what kind of examination it is
 * @param letter the same as a document, if the department writes one
 */
public record Report(
        String number,
        String title,
        String category,
        String loinc,
        String by,
        When date,
        Optional<When> issued,
        Optional<String> status,
        String conclusion,
        Optional<String> letter) {}
