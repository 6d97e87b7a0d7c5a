package nl.inzage.launcher.demo.fhir;

import java.util.List;
import nl.inzage.launcher.demo.people.PersonName;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.StringType;

/** A name in the form of nl-core-NameInformation: the parts of the surname in extensions, each given name qualified. */
final class DutchName {

    private static final String PART = "http://hl7.org/fhir/StructureDefinition/humanname-";
    private static final String QUALIFIER = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier";

    private final PersonName name;

    DutchName(PersonName name) {
        this.name = name;
    }

    /** The official name, and the name of every day if somebody has one. */
    List<HumanName> officialAndUsual() {
        HumanName usual = new HumanName().setUse(NameUse.USUAL);
        usual.getGiven().add(qualified(name.called().orElse(""), "CL"));
        return name.called().isPresent() ? List.of(official(), usual) : List.of(official());
    }

    HumanName official() {
        HumanName official =
                withSurname(new HumanName().setUse(NameUse.OFFICIAL)).setText(name.full());
        for (String given : name.given().split(" ", -1)) {
            official.getGiven().add(qualified(given, "BR"));
        }
        return official;
    }

    /** The name of a professional: initials only. */
    HumanName withInitials(String prefix) {
        HumanName official = withSurname(new HumanName().setUse(NameUse.OFFICIAL))
                .setText(prefix + " " + name.initials() + " " + name.surname())
                .addPrefix(prefix);
        official.getGiven().add(qualified(name.initials(), "IN"));
        return official;
    }

    private HumanName withSurname(HumanName human) {
        human.setFamily(name.surname());
        name.prefix().ifPresent(prefix -> addPart(human, "own-prefix", prefix));
        addPart(human, "own-name", name.family());
        name.partner().ifPresent(partner -> {
            partner.prefix().ifPresent(prefix -> addPart(human, "partner-prefix", prefix));
            addPart(human, "partner-name", partner.family());
        });
        return human;
    }

    private static void addPart(HumanName human, String part, String value) {
        human.getFamilyElement().addExtension(new Extension(PART + part, new StringType(value)));
    }

    private static StringType qualified(String given, String qualifier) {
        StringType type = new StringType(given);
        type.addExtension(new Extension(QUALIFIER, new CodeType(qualifier)));
        return type;
    }
}
