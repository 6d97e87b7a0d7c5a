package nl.inzage.fhir.full;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;

/** Refuses an element that FHIR does not know: HAPI would store the rest and leave out what the sender meant by it. */
class NothingLost extends LenientErrorHandler {

    @Override
    public void unknownElement(IParseLocation where, String element) {
        throw refusal(where, "element " + element);
    }

    @Override
    public void unknownAttribute(IParseLocation where, String attribute) {
        throw refusal(where, "attribute " + attribute);
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation where, String element) {
        throw refusal(where, "second " + element);
    }

    private static DataFormatException refusal(IParseLocation where, String what) {
        String parent =
                where == null || where.getParentElementName() == null ? "" : " in " + where.getParentElementName();
        return new DataFormatException("FHIR R4 knows no " + what + parent);
    }
}
