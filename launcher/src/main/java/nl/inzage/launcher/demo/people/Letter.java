package nl.inzage.launcher.demo.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A letter as the hospital sent it, with its text; a line that starts with # is a heading.
 *
 * @param to whom, on lines; the general practice unless told
 */
public record Letter(String number, Kind kind, String title, String by, When date, Optional<String> to, String text) {

    /** The kinds of letter, each a LOINC document type. */
    public enum Kind {
        @JsonProperty("letter")
        LETTER("68608-9", "Summary note", "Brief"),
        @JsonProperty("discharge")
        DISCHARGE("34105-7", "Hospital Discharge summary", "Ontslagbrief"),
        @JsonProperty("visit-summary")
        VISIT_SUMMARY("34133-9", "Summary of episode note", "Bezoeksamenvatting"),
        @JsonProperty("referral")
        REFERRAL("57133-1", "Referral note", "Verwijsbrief"),
        @JsonProperty("report")
        REPORT("11526-1", "Pathology study", "Verslag");

        private final String loinc;
        private final String display;
        private final String dutch;

        Kind(String loinc, String display, String dutch) {
            this.loinc = loinc;
            this.display = display;
            this.dutch = dutch;
        }

        public String loinc() {
            return loinc;
        }

        public String display() {
            return display;
        }

        public String dutch() {
            return dutch;
        }
    }
}
