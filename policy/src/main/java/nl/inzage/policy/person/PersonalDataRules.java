package nl.inzage.policy.person;

import java.util.Optional;
import java.util.Set;

/**
 * What a patient can change about the own person (F23).
 *
 * @param changeable what
 * @param processedWithinWorkdays in how many working days an employee does it, where one must
 * @param addressAfterMunicipality whether the municipality must know a new address first
 */
public record PersonalDataRules(
        Set<Detail> changeable, Optional<Integer> processedWithinWorkdays, boolean addressAfterMunicipality) {

    public PersonalDataRules {
        changeable = Set.copyOf(changeable);
    }

    /** Something about a person. */
    public enum Detail {
        ADDRESS,
        PHONE,
        EMAIL,
        CONTACT
    }
}
