package nl.inzage.auth.page;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.contact.HospitalContact;

/** Where a hospital helps, for the templates. */
public record HospitalHelp(String name, HospitalContact contact) {

    static HospitalHelp of(HospitalPolicy policy) {
        return new HospitalHelp(policy.name(), policy.contact());
    }

    /** The number as a link has it: digits, a Dutch one with its country. */
    public Optional<String> dialled() {
        return contact.phone()
                .map(number -> "+31" + number.replaceAll("[^0-9]", "").replaceFirst("^0", ""));
    }

    /** The address of the website; a template may not look into an address itself. */
    public Optional<String> website() {
        return contact.website().map(URI::toString);
    }

    /** What people call that website. */
    public Optional<String> site() {
        return contact.website().map(URI::getHost);
    }

    /** The hours in words, such as 8.00 and 16.30. */
    public List<String> hours() {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("H.mm", Locale.ROOT);
        return contact.hours().stream()
                .flatMap(hours -> List.of(hours.from(), hours.to()).stream())
                .map(form::format)
                .toList();
    }

    /** What to try when no SMS comes: the last parts of message keys. */
    public List<String> withoutSms() {
        return contact.withoutSms().stream()
                .sorted()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
