package nl.inzage.launcher.demo.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The measurements of the demo with the codes of their nl-core profiles. */
enum VitalSign {
    BLOOD_PRESSURE("Bloeddruk", "nl-core-BloodPressure", "85354-9", "", ""),
    SYSTOLIC("Bovendruk", "", "8480-6", "mmHg", "mm[Hg]"),
    DIASTOLIC("Onderdruk", "", "8462-4", "mmHg", "mm[Hg]"),
    WEIGHT("Lichaamsgewicht", "nl-core-BodyWeight", "29463-7", "kg", "kg"),
    HEIGHT("Lichaamslengte", "nl-core-BodyHeight", "8302-2", "cm", "cm"),
    HEART_RATE("Hartslag", "nl-core-HeartRate", "8867-4", "per minuut", "/min"),
    TEMPERATURE("Lichaamstemperatuur", "nl-core-BodyTemperature", "8310-5", "°C", "Cel"),
    SATURATION("Zuurstof in het bloed", "nl-core-O2Saturation", "2708-6", "%", "%");

    private final String dutch;
    private final String profile;
    private final String loinc;
    private final String unit;
    private final String ucum;

    VitalSign(String dutch, String profile, String loinc, String unit, String ucum) {
        this.dutch = dutch;
        this.profile = profile;
        this.loinc = loinc;
        this.unit = unit;
        this.ucum = ucum;
    }

    CodeableConcept concept() {
        return Codes.concept(dutch, new Coding(Codes.LOINC, loinc, null));
    }

    String dutch() {
        return dutch;
    }

    String profile() {
        return profile;
    }

    String unit() {
        return unit;
    }

    String ucum() {
        return ucum;
    }
}
