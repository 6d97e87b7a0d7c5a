package nl.inzage.auth.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.contact.MobileNumber;
import nl.inzage.auth.person.Person;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.login.AccountRules;
import nl.inzage.policy.login.EmailRule;
import nl.inzage.policy.login.EnrolmentChannel;
import nl.inzage.policy.login.EnrolmentRules;
import nl.inzage.policy.login.Identification;
import nl.inzage.policy.login.UsernameChange;
import nl.inzage.policy.ruling.Ruling;

/**
 * What the desk sees of a patient: enough to identify, and nothing medical.
 *
 * @param blocked whether only an employee can let the person in again
 * @param passwordBlocked whether only another password, such as that of a letter, lets the person in again
 * @param letterUntil until when the letter that was given is valid
 * @param hadLetter whether the person had a letter with a code before
 * @param mailedAt when the credentials are mailed, as long as they are not
 * @param seenAt where this employee can see the patient
 */
record PatientView(
        Person person,
        Optional<Account> account,
        boolean blocked,
        boolean passwordBlocked,
        Optional<Instant> letterUntil,
        boolean hadLetter,
        Optional<Instant> mailedAt,
        AccountRules rules,
        Set<EnrolmentChannel> seenAt,
        Instant now) {

    /** A word for the state of the account: the last part of a message key. */
    public String state() {
        if (person.deceased()) {
            return "deceased";
        }
        if (account.isEmpty()) {
            return letterUntil.isPresent() ? "letter" : "none";
        }
        if (account.get().closed()) {
            return "closed";
        }
        if (blocked) {
            return "blocked";
        }
        return passwordBlocked ? "passwordblocked" : "open";
    }

    /** The day on which the credentials are mailed, in words. */
    public Optional<String> mailDay(Locale language) {
        return mailedAt.map(DutchCalendar::dateOf)
                .map(day -> DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day));
    }

    /** Whether the account can be worked with. */
    public boolean hasAccount() {
        return !person.deceased() && account.filter(known -> !known.closed()).isPresent();
    }

    /** Whether the account has a password that can be forgotten; an account made with DigiD has none. */
    public boolean hasPassword() {
        return hasAccount() && account.orElseThrow().hasPassword();
    }

    /** Whether a letter can make an account for this person, or give one that was made with DigiD a password. */
    public boolean mayEnrol() {
        boolean withDigidOnly = hasAccount() && !hasPassword() && byCode();
        return !person.deceased()
                && (account.isEmpty() || withDigidOnly)
                && rules.login().withPassword()
                && oldEnough()
                && !channels().isEmpty();
    }

    public boolean oldEnough() {
        return person.birthDate()
                .filter(date ->
                        rules.login().mayHaveAccount(BirthDate.parse(date), now).isAllowed())
                .isPresent();
    }

    /** Where this employee may meet a patient here, by the last part of message keys. */
    public List<String> channels() {
        return seenAt.stream().sorted().map(PatientView::word).toList();
    }

    /** Whether this proves who the patient is, to the employee who is asking. */
    Ruling<EnrolmentRules.Reason> identifies(Identification by) {
        return seenAt.contains(by.channel())
                ? rules.enrolment().identifies(by)
                : Ruling.refused(EnrolmentRules.Reason.CHANNEL_NOT_OFFERED);
    }

    /** A number that somebody typed, in international form, when the hospital accepts it. */
    Optional<String> phone(String typed) {
        return MobileNumber.read(typed)
                .filter(number -> rules.login().phone().accepts(number).isAllowed());
    }

    /** What proves here who somebody is. */
    public List<String> documents() {
        return rules.enrolment().identityDocuments().stream()
                .sorted()
                .map(PatientView::word)
                .toList();
    }

    /** Whether the person makes the account with a code, rather than get the credentials by e-mail. */
    public boolean byCode() {
        return rules.enrolment().byCode();
    }

    /** Whether the hospital changes a user name for this person (F18); a block stays with the name until it is lifted. */
    public boolean mayRename() {
        return hasPassword()
                && !blocked
                && !passwordBlocked
                && rules.login().usernameChange() == UsernameChange.SUPPORT;
    }

    /** What is wrong with a number that somebody typed, as a message key; nothing when the hospital accepts it. */
    Optional<String> refuses(String typed) {
        if (phone(typed).isPresent()) {
            return Optional.empty();
        }
        boolean foreign = MobileNumber.read(typed).isPresent();
        return Optional.of(foreign ? "desk.phone.foreign" : "desk.phone.form");
    }

    /** Whether the e-mail address is asked at the desk (F10). */
    public boolean asksEmail() {
        return !byCode() || rules.login().email() != EmailRule.OPTIONAL;
    }

    /** Whether there is no account without one. */
    boolean needsEmail() {
        return !byCode() || rules.login().email() == EmailRule.REQUIRED;
    }

    /** The languages that the person can have messages in, by the last part of message keys. */
    public List<String> languages() {
        return List.of("nl", "en");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
