package nl.inzage.fhir.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.FhirServerSettings;
import org.hl7.fhir.r4.model.Identifier;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@code .well-known/smart-configuration} of both doors: JSON whatever the Accept header asks.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART App Launch, Conformance</a>
 */
@Configuration(proxyBeanMethods = false)
class SmartConfiguration {

    static final String PATH = "/.well-known/smart-configuration";

    private final FhirServerSettings settings;
    private final UserAccessBrands brands;
    private final ObjectMapper json;

    SmartConfiguration(FhirServerSettings settings, UserAccessBrands brands, ObjectMapper json) {
        this.settings = settings;
        this.brands = brands;
        this.json = json;
    }

    @Bean
    ServletRegistrationBean<HttpServlet> smartConfigurationOfFullDoor() {
        return document(Door.FULL, SmartCapabilities.OF_FULL_DOOR, List.of("system/*.cruds"));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> smartConfigurationOfNarrowDoor() {
        return document(
                Door.NARROW,
                SmartCapabilities.OF_NARROW_DOOR,
                List.of(
                        "openid",
                        "fhirUser",
                        "launch",
                        "launch/patient",
                        "offline_access",
                        "online_access",
                        "patient/*.rs"));
    }

    private ServletRegistrationBean<HttpServlet> document(Door door, List<String> capabilities, List<String> scopes) {
        Map<String, Object> document = new LinkedHashMap<>();
        String issuer = settings.issuer().toString();
        document.put("issuer", issuer);
        document.put("jwks_uri", issuer + "/oauth2/jwks");
        document.put("authorization_endpoint", issuer + "/oauth2/authorize");
        document.put("token_endpoint", issuer + "/oauth2/token");
        document.put("introspection_endpoint", issuer + "/oauth2/introspect");
        document.put("revocation_endpoint", issuer + "/oauth2/revoke");
        document.put("management_endpoint", issuer + "/apps");
        document.put(
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "private_key_jwt", "none"));
        document.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS384", "ES384"));
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        document.put("response_types_supported", List.of("code"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("scopes_supported", scopes);
        document.put("capabilities", capabilities);
        if (door == Door.NARROW) {
            document.put("user_access_brand_bundle", door.base(settings) + Door.BRANDS);
            document.put("user_access_brand_identifier", brand());
        }
        ServletRegistrationBean<HttpServlet> servlet =
                new ServletRegistrationBean<>(new Document(json, document), door.path() + PATH);
        servlet.setName("smart-configuration-" + door.name());
        return servlet;
    }

    private Map<String, String> brand() {
        Identifier identifier = brands.primary();
        return Map.of("system", identifier.getSystem(), "value", identifier.getValue());
    }

    private static final class Document extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient ObjectMapper json;
        private final transient Map<String, Object> document;

        Document(ObjectMapper json, Map<String, Object> document) {
            this.json = json;
            this.document = document;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            json.writeValue(response.getOutputStream(), document);
        }
    }
}
