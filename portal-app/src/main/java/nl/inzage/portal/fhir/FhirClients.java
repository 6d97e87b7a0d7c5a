package nl.inzage.portal.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestFormatParamStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import nl.inzage.portal.settings.PortalSettings;
import org.springframework.stereotype.Component;

/** Opens the dossier of a login; the HTTP connections behind it are shared. */
@Component
public class FhirClients {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS = 100;

    private final FhirContext fhir;
    private final String base;

    FhirClients(PortalSettings settings) {
        base = settings.narrowDoor();
        fhir = FhirContext.forR4();
        // What a parser finds odd may be somebody's data: it stays out of the log.
        fhir.setParserErrorHandler(new LenientErrorHandler(false));
        IRestfulClientFactory factory = fhir.getRestfulClientFactory();
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setConnectTimeout(CONNECT_MILLIS);
        factory.setConnectionRequestTimeout(CONNECT_MILLIS);
        factory.setSocketTimeout((int) settings.answerWithin().toMillis());
        factory.setPoolMaxTotal(CONNECTIONS);
        factory.setPoolMaxPerRoute(CONNECTIONS);
    }

    /** The dossier of this patient, as this token may see it. */
    public Dossier open(String patient, String accessToken) {
        IGenericClient client = fhir.newRestfulGenericClient(base);
        client.setEncoding(EncodingEnum.JSON);
        client.setFormatParamStyle(RequestFormatParamStyleEnum.NONE);
        client.registerInterceptor(new BearerTokenAuthInterceptor(accessToken));
        return new DossierClient(client, base, patient);
    }
}
