package nl.inzage.launcher.demo.people;

import java.util.Optional;

/**
 * Who somebody is and where this person lives.
 *
 * @param number the patient number in the hospital
 * @param born a date, or an age at the first start such as {@code -8y5m}
 * @param practice key of the general practice in hospital.yaml
 * @param doctor key of the general practitioner in hospital.yaml
 * @param pharmacy key of the pharmacy in hospital.yaml
 * @param insurance the health insurance, if known
 */
public record Person(
        String number,
        String bsn,
        PersonName name,
        Gender gender,
        When born,
        Optional<String> phone,
        Optional<String> email,
        Address address,
        Optional<MaritalStatus> maritalStatus,
        String language,
        String practice,
        String doctor,
        String pharmacy,
        Optional<Insurance> insurance) {}
