package nl.inzage.launcher.demo.people;

import java.util.Optional;

/**
 * An appointment, past or coming.
 *
 * @param clinic key of the clinic in hospital.yaml
 * @param status booked, fulfilled, cancelled or noshow of FHIR; by its date unless told
 * @param instruction what to do or bring
 * @param video where it is held, if on a screen
 */
public record Visit(
        String number,
        String title,
        String with,
        String clinic,
        When date,
        int minutes,
        Optional<String> status,
        Optional<String> instruction,
        Optional<String> video) {}
