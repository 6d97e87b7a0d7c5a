package nl.inzage.portal.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a dossier with HAPI's client and turns every failure into a value. Made for one request. */
final class DossierClient implements Dossier {

    private static final Logger LOG = LoggerFactory.getLogger(DossierClient.class);

    private final IGenericClient client;
    private final String base;
    private final String patient;

    /** A server that left one question without answer is not asked the next: the visitor waits once. */
    private boolean silent;

    DossierClient(IGenericClient client, String base, String patient) {
        this.client = client;
        this.base = base;
        this.patient = patient;
    }

    @Override
    public Answer<Patient> person() {
        return read(Patient.class, patient);
    }

    @Override
    public <T extends Resource> Answer<T> read(Class<T> type, String id) {
        if (!FhirId.allows(id)) {
            return Answer.refused(Refusal.NOT_HERE);
        }
        return ask(type, () -> client.read().resource(type).withId(id).execute());
    }

    @Override
    public Answer<byte[]> content(String binaryId) {
        return read(Binary.class, binaryId).map(Binary::getContent);
    }

    @Override
    public <T extends Resource> Answer<Rows<T>> search(Class<T> type, Query query) {
        return ask(type, () -> {
            List<T> found = new ArrayList<>();
            Bundle page = firstPage(type, query);
            addTo(found, page, type);
            while (found.size() < query.atMost() && next(page) != null) {
                page = nextPage(page);
                addTo(found, page, type);
            }
            boolean more = found.size() > query.atMost() || next(page) != null;
            return new Rows<>(List.copyOf(found.subList(0, Math.min(found.size(), query.atMost()))), more);
        });
    }

    private Bundle firstPage(Class<? extends Resource> type, Query query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("patient", List.of(patient));
        parameters.putAll(query.parameters());
        return client.search()
                .forResource(type)
                .whereMap(parameters)
                .count(query.pageSize())
                .returnBundle(Bundle.class)
                .execute();
    }

    private Bundle nextPage(Bundle page) {
        // A link to another place would take the patient's token there.
        if (!next(page).getUrl().startsWith(base + "/") && !next(page).getUrl().startsWith(base + "?")) {
            throw new DataFormatException("next link leaves the FHIR server");
        }
        return client.loadPage().next(page).execute();
    }

    private static Bundle.BundleLinkComponent next(Bundle page) {
        return page.getLink(Bundle.LINK_NEXT);
    }

    private static <T extends Resource> void addTo(List<T> found, Bundle page, Class<T> type) {
        page.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .forEach(found::add);
    }

    private <T> Answer<T> ask(Class<? extends Resource> about, Supplier<T> question) {
        if (silent) {
            return Answer.refused(Refusal.UNAVAILABLE);
        }
        try {
            return Answer.found(question.get());
        } catch (AuthenticationException e) {
            throw new TokenRefused();
        } catch (FhirClientConnectionException e) {
            silent = true;
            return unavailable(about, "no answer");
        } catch (BaseServerResponseException e) {
            return switch (e.getStatusCode()) {
                case 403, 404, 410 -> Answer.refused(Refusal.NOT_HERE);
                default -> unavailable(about, "status " + e.getStatusCode());
            };
        } catch (DataFormatException e) {
            return unavailable(about, "unreadable answer");
        }
    }

    private static <T> Answer<T> unavailable(Class<? extends Resource> about, String why) {
        LOG.warn("{} could not be fetched: {}", about.getSimpleName(), why);
        return Answer.refused(Refusal.UNAVAILABLE);
    }
}
