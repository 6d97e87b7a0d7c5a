package nl.inzage.portal.medication;

import java.util.List;

/** The medicines page: what somebody uses now, and what was stopped. */
record MedicationView(List<MedicineView> current, List<MedicineView> past, boolean incomplete) {}
