package nl.inzage.launcher.demo.people;

import java.util.Map;
import java.util.Optional;

/** hospital.yaml: the organisations, people and places that the dossiers refer to, each by its key. */
public record Hospital(
        String hospital,
        String laboratory,
        Map<String, Organisation> organisations,
        Map<String, Professional> professionals,
        Map<String, Clinic> clinics,
        Map<String, StaffMember> staff) {

    /**
     * An organisation.
     *
     * @param kind code of Nictiz' organization-type, such as V4 (hospital)
     */
    public record Organisation(
            String name,
            Optional<String> kind,
            Optional<String> ura,
            Optional<String> agb,
            Optional<String> uzovi,
            Optional<String> phone,
            Optional<String> partOf,
            Optional<Address> address) {}

    /** Somebody who treats people; the number is an UZI or an AGB number outside the real ranges. */
    public record Professional(
            PersonName name,
            String title,
            String speciality,
            String agbSpeciality,
            Optional<String> uzi,
            Optional<String> agb) {

        /** How letters and lists name this person: title, initials, surname and speciality. */
        public String display() {
            return title + " " + name.initials() + " " + name.surname() + ", " + speciality;
        }
    }

    /** A place in the hospital where appointments are. */
    public record Clinic(String name, String route, String phone) {}

    /** An employee of the hospital, who logs in with an account of this kind and has no dossier. */
    public record StaffMember(PersonName name, String uzi, String kind, DemoAccount account) {}
}
