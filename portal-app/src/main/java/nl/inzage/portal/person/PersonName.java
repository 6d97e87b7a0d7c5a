package nl.inzage.portal.person;

import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;

/** How somebody is called: first names and family name, in the order the hospital wrote them. */
public final class PersonName {

    /** The official name before a nickname; an old name never. */
    private static final List<HumanName.NameUse> ORDER =
            List.of(HumanName.NameUse.OFFICIAL, HumanName.NameUse.USUAL, HumanName.NameUse.NICKNAME);

    private PersonName() {}

    /** Empty when the hospital wrote no name. */
    public static String of(Patient person) {
        return person.getName().stream()
                .filter(name -> name.getUse() != HumanName.NameUse.OLD)
                .min(Comparator.comparingInt(PersonName::rank))
                .map(PersonName::inWords)
                .orElse("");
    }

    private static int rank(HumanName name) {
        int place = ORDER.indexOf(name.getUse());
        return place < 0 ? ORDER.size() : place;
    }

    private static String inWords(HumanName name) {
        return name.hasText()
                ? name.getText()
                : (name.getGivenAsSingleString() + " " + (name.hasFamily() ? name.getFamily() : "")).strip();
    }
}
