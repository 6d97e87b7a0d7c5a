package nl.inzage.launcher.demo.fhir;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.inzage.launcher.demo.letter.LetterSheet;
import nl.inzage.launcher.demo.people.Address;
import nl.inzage.launcher.demo.people.DutchCalendar;
import nl.inzage.launcher.demo.people.Hospital;
import nl.inzage.launcher.demo.people.Hospital.Organisation;
import nl.inzage.launcher.demo.people.Hospital.Professional;
import nl.inzage.launcher.demo.people.Letter;
import nl.inzage.launcher.demo.people.Person;

/** Turns the text of a letter into a sheet with the heads and names that the hospital prints around it. */
final class LetterSheets {

    private static final DateTimeFormatter DUTCH =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-NL"));

    private final Hospital hospital;
    private final Person person;
    private final DutchCalendar calendar;

    LetterSheets(Hospital hospital, Person person, DutchCalendar calendar) {
        this.hospital = hospital;
        this.person = person;
        this.calendar = calendar;
    }

    LetterSheet sheet(Letter letter, LocalDate written) {
        Organisation house = Keys.find("organisation", hospital.hospital(), hospital.organisations());
        Professional author = Keys.find("professional", letter.by(), hospital.professionals());
        return new LetterSheet(
                house.name(),
                lines(house),
                recipient(letter),
                letter.title(),
                "Lindedam, " + DUTCH.format(written),
                "Betreft: " + person.name().full() + ", geboren " + DUTCH.format(calendar.day(person.born()))
                        + ", patiëntnummer " + person.number(),
                letter.text().strip().lines().map(String::strip).toList(),
                author.display(),
                written);
    }

    private List<String> recipient(Letter letter) {
        if (letter.to().isPresent()) {
            return letter.to().get().strip().lines().map(String::strip).toList();
        }
        Organisation practice = Keys.find("organisation", person.practice(), hospital.organisations());
        Professional doctor = Keys.find("professional", person.doctor(), hospital.professionals());
        List<String> recipient = new ArrayList<>(List.of(practice.name(), "t.a.v. " + doctor.display()));
        practice.address().ifPresent(address -> recipient.addAll(lines(address)));
        return List.copyOf(recipient);
    }

    private static List<String> lines(Organisation organisation) {
        List<String> lines = new ArrayList<>();
        organisation.address().ifPresent(address -> lines.addAll(lines(address)));
        organisation.phone().ifPresent(phone -> lines.add("Telefoon " + national(phone)));
        return List.copyOf(lines);
    }

    /** As people dial it in the Netherlands. */
    private static String national(String phone) {
        return phone.replaceFirst("\\+31(\\d\\d)(\\d{3})(\\d\\d)(\\d\\d)", "0$1 $2 $3 $4");
    }

    private static List<String> lines(Address address) {
        return List.of(address.line(), address.postalCode() + "  " + address.city());
    }
}
