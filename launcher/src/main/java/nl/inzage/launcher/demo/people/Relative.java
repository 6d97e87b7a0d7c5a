package nl.inzage.launcher.demo.people;

import java.util.Optional;

/**
 * A contact person; a parent or representative has the BSN with which this person logs in.
 *
 * @param relation code of HL7's code system v3-RoleCode, such as MTH (mother)
 * @param dutch the relation in Dutch words
 */
public record Relative(
        String number,
        Optional<String> bsn,
        PersonName name,
        String relation,
        String dutch,
        Optional<String> phone,
        Optional<Address> address) {}
