package nl.inzage.policy.book;

import java.net.URI;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import nl.inzage.policy.contact.HospitalContact;
import nl.inzage.policy.contact.OpeningHours;
import nl.inzage.policy.contact.WithoutSms;

/** Reads where a hospital helps people with logging in. */
final class ContactPages {

    private final PolicyPage page;

    ContactPages(PolicyPage page) {
        this.page = page;
    }

    HospitalContact read() {
        return new HospitalContact(
                page.get("contact.desk", Shapes.text()),
                page.get("contact.helpdesk", Shapes.text()),
                page.get(
                        "contact.phone",
                        Shapes.orNone(matching("[0-9(][0-9 ()-]{8,18}[0-9]", "a number such as 088 999 01 00"))),
                page.get("contact.email", Shapes.orNone(matching("[^\\s@]+@[^\\s@]+\\.[a-z]+", "an e-mail address"))),
                page.get("contact.website", Shapes.orNone(website())),
                page.get("contact.hours", Shapes.orNone(hours())),
                page.get("contact.withoutSms", Shapes.someOf(WithoutSms.class)));
    }

    private static Shape<String> matching(String form, String description) {
        return node -> {
            String text = Shapes.text().read(node);
            if (!text.matches(form)) {
                throw new UnfitValue(description);
            }
            return text;
        };
    }

    private static Shape<URI> website() {
        Shape<String> address = matching("https://[a-z0-9./-]+", "an address that begins with https://");
        return node -> URI.create(address.read(node));
    }

    /** Two times of day: from, to. */
    private static Shape<OpeningHours> hours() {
        return node -> {
            List<LocalTime> both = new ArrayList<>();
            try {
                for (String text : Shapes.list(Shapes.text()).read(node)) {
                    both.add(LocalTime.parse(text));
                }
            } catch (DateTimeParseException e) {
                both.clear();
            }
            if (both.size() != 2 || !both.get(0).isBefore(both.get(1))) {
                throw new UnfitValue("two times, such as [\"08:00\", \"16:30\"]");
            }
            return new OpeningHours(both.get(0), both.get(1));
        };
    }
}
