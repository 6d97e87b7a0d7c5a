package nl.inzage.portal.notation;

import java.util.Map;
import org.hl7.fhir.r4.model.Quantity;

/** Units as they stand on a Dutch laboratory form, also where a hospital sends the bare UCUM code. */
final class Units {

    /** https://ucum.org: codes that are made for computers. */
    private static final Map<String, String> FORM = Map.ofEntries(
            Map.entry("1", ""),
            Map.entry("{score}", ""),
            Map.entry("10*9/L", "×10⁹/L"),
            Map.entry("10*12/L", "×10¹²/L"),
            Map.entry("/min", "per minuut"),
            Map.entry("{beats}/min", "per minuut"),
            Map.entry("mm[Hg]", "mmHg"),
            Map.entry("mmol/mol{Hb}", "mmol/mol"),
            Map.entry("mL/min/{1.73_m2}", "ml/min/1,73 m²"),
            Map.entry("mL/min/1.73m2", "ml/min/1,73 m²"),
            Map.entry("kg/m2", "kg/m²"),
            Map.entry("umol/L", "µmol/L"),
            Map.entry("ug/L", "µg/L"),
            Map.entry("Cel", "°C"),
            Map.entry("[degF]", "°F"),
            Map.entry("[IU]/L", "IE/L"),
            Map.entry("U/L", "U/L"),
            Map.entry("m[IU]/L", "mIE/L"),
            Map.entry("mm/h", "mm/uur"),
            Map.entry("a", "jaar"),
            Map.entry("d", "dagen"));

    private Units() {}

    /** What the hospital wrote wins, unless that is a code as well. */
    static String inWords(Quantity amount) {
        String written = amount.hasUnit() ? amount.getUnit() : amount.getCode();
        return written == null ? "" : FORM.getOrDefault(written, written);
    }
}
