package nl.inzage.bench.speed;

import java.util.List;

/** What a portal asks to show the first page of a dossier. */
final class HomePage {

    static final List<String> SECTIONS = List.of(
            "AllergyIntolerance?patient=%P&_count=50",
            "Condition?patient=%P&clinical-status=active&_count=50",
            "MedicationRequest?patient=%P&status=active&_count=50",
            "Appointment?patient=%P&_sort=date&_count=20",
            "DocumentReference?patient=%P&_sort=-date&_count=20",
            "DiagnosticReport?patient=%P&_sort=-date&_count=20",
            "Observation?patient=%P&category=laboratory&_sort=-date&_count=50",
            "Observation?patient=%P&category=vital-signs&_sort=-date&_count=50");

    private HomePage() {}
}
