package nl.inzage.portal.fhir;

import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The dossier that is open in this session; a page can ask for nothing outside it. */
public interface Dossier {

    /** The person the dossier is about. */
    Answer<Patient> person();

    /** One resource by its id. */
    <T extends Resource> Answer<T> read(Class<T> type, String id);

    /** The resources of a type that the query finds in this dossier. */
    <T extends Resource> Answer<Rows<T>> search(Class<T> type, Query query);

    /** The content of a Binary. */
    Answer<byte[]> content(String binaryId);
}
