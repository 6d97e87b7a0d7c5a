package nl.inzage.launcher.demo.fhir;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import nl.inzage.launcher.demo.people.Measurement;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;

/** What was measured at a visit, each as its own nl-core observation. */
final class VitalSigns {

    private static final LocalTime AT_THE_CLINIC = LocalTime.of(10, 30);

    private final DossierDraft dossier;

    VitalSigns(DossierDraft dossier) {
        this.dossier = dossier;
    }

    void add(Measurement from) {
        from.bloodPressure().ifPresent(pressure -> addBloodPressure(from, pressure));
        from.weight().ifPresent(kg -> add(from, VitalSign.WEIGHT, kg));
        from.height().ifPresent(cm -> add(from, VitalSign.HEIGHT, cm));
        from.pulse().ifPresent(beats -> add(from, VitalSign.HEART_RATE, beats));
        from.temperature().ifPresent(degrees -> add(from, VitalSign.TEMPERATURE, degrees));
        from.saturation().ifPresent(percent -> add(from, VitalSign.SATURATION, percent));
    }

    private void add(Measurement from, VitalSign sign, BigDecimal value) {
        Observation observation = put(from, sign);
        observation.setValue(quantity(value, sign));
    }

    private void addBloodPressure(Measurement from, String pressure) {
        String[] parts = pressure.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a blood pressure such as 132/84: " + pressure);
        }
        Observation observation = put(from, VitalSign.BLOOD_PRESSURE);
        addComponent(observation, VitalSign.SYSTOLIC, parts[0]);
        addComponent(observation, VitalSign.DIASTOLIC, parts[1]);
    }

    private static void addComponent(Observation observation, VitalSign sign, String value) {
        observation.addComponent().setCode(sign.concept()).setValue(quantity(new BigDecimal(value), sign));
    }

    private Observation put(Measurement from, VitalSign sign) {
        ZonedDateTime moment = dossier.calendar().workingMoment(from.date(), AT_THE_CLINIC);
        Observation observation = new Observation().setStatus(ObservationStatus.FINAL);
        observation.setMeta(Codes.profile(sign.profile()));
        Identifier identifier = dossier.identifier(
                "meting",
                sign.name().toLowerCase(Locale.ROOT) + from.date().text().replaceAll("[^a-z0-9]+", "-"));
        observation.addIdentifier(identifier);
        observation.addCategory(Codes.concept(Codes.hl7("observation-category", "vital-signs", "Vital Signs")));
        observation.setCode(sign.concept());
        if (sign == VitalSign.SATURATION) {
            observation.getCode().addCoding(new Coding(Codes.LOINC, "59408-5", null));
        }
        observation.setSubject(dossier.patient());
        observation.setEffective(Moments.dateTime(moment));
        observation.addPerformer(dossier.surroundings().hospital());
        dossier.draft().put(observation, identifier, sign.dutch());
        return observation;
    }

    private static Quantity quantity(BigDecimal value, VitalSign sign) {
        return new Quantity()
                .setValue(value)
                .setUnit(sign.unit())
                .setSystem(Codes.UCUM)
                .setCode(sign.ucum());
    }
}
