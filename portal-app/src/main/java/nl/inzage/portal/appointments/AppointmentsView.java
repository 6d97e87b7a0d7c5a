package nl.inzage.portal.appointments;

import java.util.List;

/** The appointments page: what is to come, soonest first, and what was, latest first. */
record AppointmentsView(List<AppointmentView> coming, List<AppointmentView> past, boolean incomplete) {}
