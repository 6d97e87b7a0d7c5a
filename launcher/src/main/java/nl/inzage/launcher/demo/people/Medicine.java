package nl.inzage.launcher.demo.people;

import java.util.Optional;

/**
 * A medicine that somebody agreed to use.
 *
 * @param dosage how to use it, in the Dutch words of the label
 * @param by key of the prescriber in hospital.yaml; without it, bought without prescription
 * @param repeat whether the prescriber agreed to repeat requests in the portal
 * @param stopped when and why the use ended before its time
 * @param until the planned last day of a cure
 */
public record Medicine(
        String number,
        String name,
        String atc,
        String dosage,
        Optional<String> reason,
        When since,
        Optional<When> until,
        Optional<Stop> stopped,
        Optional<String> by,
        boolean repeat) {

    /** The end of a use and its reason. */
    public record Stop(When date, String reason) {}
}
