package nl.inzage.portal.person;

import java.util.List;

/**
 * What the hospital knows to find and reach somebody; the BSN stays out of it.
 *
 * @param incomplete whether the server failed to answer
 */
record PersonView(
        String name,
        String birthDate,
        List<String> address,
        List<String> phones,
        List<String> mails,
        String generalPractitioner,
        boolean incomplete) {

    static PersonView unknown(boolean incomplete) {
        return new PersonView("", "", List.of(), List.of(), List.of(), "", incomplete);
    }
}
