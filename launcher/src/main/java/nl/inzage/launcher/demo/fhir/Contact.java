package nl.inzage.launcher.demo.fhir;

import nl.inzage.launcher.demo.people.Address;
import org.hl7.fhir.r4.model.Address.AddressType;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;

/** Addresses and telephone numbers in the forms of nl-core-AddressInformation and nl-core-ContactInformation. */
final class Contact {

    private static final String PART = "http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-";

    private Contact() {}

    static org.hl7.fhir.r4.model.Address home(Address address) {
        return address(address, "HP", "Primary Home").setUse(AddressUse.HOME).setType(AddressType.BOTH);
    }

    static org.hl7.fhir.r4.model.Address work(Address address) {
        return address(address, "WP", "Work Place").setUse(AddressUse.WORK);
    }

    static ContactPoint mobile(String number) {
        ContactPoint point = new ContactPoint()
                .setSystem(ContactPointSystem.PHONE)
                .setUse(ContactPointUse.MOBILE)
                .setValue(number);
        Extension code = Codes.nictizExtension("ext-CodeSpecification");
        code.setValue(Codes.concept(Codes.hl7("v3-AddressUse", "MC", "Mobile Phone")));
        point.getSystemElement().addExtension(code);
        return point;
    }

    static ContactPoint workPhone(String number) {
        return new ContactPoint()
                .setSystem(ContactPointSystem.PHONE)
                .setUse(ContactPointUse.WORK)
                .setValue(number);
    }

    static ContactPoint email(String address) {
        return new ContactPoint()
                .setSystem(ContactPointSystem.EMAIL)
                .setUse(ContactPointUse.HOME)
                .setValue(address);
    }

    private static org.hl7.fhir.r4.model.Address address(Address from, String use, String display) {
        org.hl7.fhir.r4.model.Address address = new org.hl7.fhir.r4.model.Address()
                .setCity(from.city())
                .setPostalCode(from.postalCode())
                .setCountry("Nederland");
        StringType line = new StringType(from.line());
        line.addExtension(new Extension(PART + "streetName", new StringType(from.street())));
        line.addExtension(new Extension(PART + "houseNumber", new StringType(from.number())));
        address.getLine().add(line);
        Extension type = Codes.nictizExtension("ext-AddressInformation.AddressType");
        type.setValue(Codes.concept(Codes.hl7("v3-AddressUse", use, display)));
        address.addExtension(type);
        Extension country = Codes.nictizExtension("ext-CodeSpecification");
        country.setValue(Codes.concept(new Coding("urn:iso:std:iso:3166", "NL", "Nederland")));
        address.getCountryElement().addExtension(country);
        return address;
    }
}
